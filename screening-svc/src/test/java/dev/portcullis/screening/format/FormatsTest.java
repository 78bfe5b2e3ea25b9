package dev.portcullis.screening.format;

import static dev.portcullis.screening.format.Files.entry;
import static dev.portcullis.screening.format.Files.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void the_csv_of_trade_gov_gives_births_documents_and_nationalities() {
        ListFile file = read(ListFormat.CSL_CSV);
        assertThat(file.entries()).hasSize(13);
        assertThat(file.quarantined()).isZero();
        ListedParty rim = entry(file, "RIM, Ryong Nam");
        assertThat(rim.type()).isEqualTo(ListedParty.Type.INDIVIDUAL);
        assertThat(rim.countries()).containsExactly("CN", "KP");
        assertThat(rim.particulars().births()).containsExactly("1978-12-05");
        assertThat(rim.particulars().nationalities()).containsExactly("KP");
        assertThat(rim.particulars().identifiers())
                .containsExactly(
                        new Identifier(Identifier.ENTRY, "52291", null), new Identifier("Passport", "836238033", "KP"));
        assertThat(entry(file, "Evren KAYAKIRAN").particulars().nationalities()).containsExactly("TR");
        assertThat(entry(file, "TNK Trading International S.A.").particulars().identifiers())
                .contains(new Identifier("V.A.T. Number", "CHE-267.936.404", "CH"));
        assertThat(entry(file, "Mohammed ABU JHEISHEH").particulars().birthPlaces())
                .containsExactly("Izna, Hebron");
        assertThat(entry(file, "China Electronics Technology Group Corporation 13th Research Institute (CETC 13)")
                        .aliases())
                .contains(Alias.strong("HSRI"), Alias.strong("CETC Research Institute 13"));
    }

    @Test
    void the_json_of_trade_gov_gives_the_same() {
        ListFile file = read(ListFormat.CSL_JSON);
        assertThat(file.published()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(file.entries()).hasSize(3);
        assertThat(file.quarantine())
                .extracting(ListFile.QuarantinedRow::reason)
                .containsExactly("the row has no name", "the result is no object");
        ListedParty rim = entry(file, "RIM, Ryong Nam");
        assertThat(rim.addresses()).containsExactly("Shenyang, CN", "Pyongyang, KP");
        assertThat(rim.particulars().identifiers()).contains(new Identifier("Passport", "836238033", "KP"));
        ListedParty vessel = entry(file, "MAR AZUL");
        assertThat(vessel.particulars().nationalities()).containsExactly("CU");
        assertThat(vessel.particulars().identifiers())
                .contains(
                        new Identifier(Identifier.CALL_SIGN, "CL2192", null),
                        new Identifier(Identifier.IMO, "8321785", null));
        ListedParty entity = entry(file, "Cambricon Technologies Corporation Limited");
        assertThat(entity.list()).isEqualTo("EL");
        assertThat(entity.aliases()).containsExactly(Alias.strong("Cambricon"), Alias.strong("Zhongke Hanwuji"));
    }

    @Test
    void the_legacy_files_of_ofac_give_what_stands_in_remarks() {
        ListFile file = read(ListFormat.OFAC_SDN_LEGACY);
        assertThat(file.entries()).hasSize(7);
        assertThat(file.quarantined()).isZero();
        assertThat(file.counts()).containsExactly(Map.entry("SDN", 7));
        ListedParty bank = entry(file, "BANCO NACIONAL DE CUBA");
        assertThat(bank.aliases())
                .containsExactly(Alias.strong("NATIONAL BANK OF CUBA"), new Alias("BNC", Alias.Kind.WEAK));
        assertThat(bank.countries()).containsExactly("CH", "ES", "JP", "PA");
        assertThat(bank.type()).isEqualTo(ListedParty.Type.ENTITY);
        assertThat(entry(file, "ABBAS, Abu").particulars().births()).containsExactly("1948-12-10");
        ListedParty vessel = entry(file, "MAR AZUL");
        assertThat(vessel.type()).isEqualTo(ListedParty.Type.VESSEL);
        assertThat(vessel.particulars().nationalities()).containsExactly("CU");
        assertThat(vessel.particulars().identifiers())
                .containsExactly(new Identifier(Identifier.CALL_SIGN, "CL2192", null));
        assertThat(entry(file, "EP-GOM").particulars().identifiers())
                .containsExactly(
                        new Identifier(Identifier.AIRCRAFT, "8401", null),
                        new Identifier(Identifier.AIRCRAFT, "1023409321", null));
    }

    @Test
    void long_remarks_of_ofac_go_on_in_the_comments() {
        ListedParty li = entry(read(ListFormat.OFAC_SDN_LEGACY), "LI, Jiadong");
        assertThat(li.remarks()).contains("Phone Number 8613314257947");
        assertThat(li.programs()).containsExactly("DPRK3", "CYBER2");
        assertThat(li.particulars().nationalities()).containsExactly("CN");
        assertThat(li.particulars().identifiers())
                .contains(
                        new Identifier("Identification Number", "210302198701102136", "CN"),
                        new Identifier("Digital Currency Address", "XBT 1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE", null))
                .noneMatch(identifier -> identifier.number().contains("8613314257947"));
        ListedParty cifuentes = entry(read(ListFormat.OFAC_SDN_LEGACY), "CIFUENTES VILLA, Jorge Milton");
        assertThat(cifuentes.particulars().births()).containsExactly("1965-05-13", "1968-04-13", "1964-07-07");
        assertThat(cifuentes.particulars().birthPlaces())
                .contains("Medellin, Colombia", "Marinilla, Antioquia, Colombia");
        assertThat(cifuentes.particulars().identifiers())
                .contains(
                        new Identifier("Cedula No.", "7548733", "CO"),
                        new Identifier("Cedula No.", "172489729-1", "EC"),
                        new Identifier("Passport", "AL720622", "CO"),
                        new Identifier("R.F.C.", "OUSV-640707", "MX"));
    }

    @Test
    void the_xml_of_ofac_tells_weak_aliases() {
        ListFile file = read(ListFormat.OFAC_CONSOLIDATED_XML);
        assertThat(file.entries()).hasSize(4);
        assertThat(file.published()).isEqualTo(LocalDate.of(2025, 3, 28));
        assertThat(file.entries()).extracting(ListedParty::list).contains("PLC", "SSI");
        ListedParty zahar = file.entries().stream()
                .filter(entry -> entry.aliases().contains(new Alias("ZAHAR, Mahmoud", Alias.Kind.WEAK)))
                .findFirst()
                .orElseThrow();
        assertThat(zahar.aliases()).contains(Alias.strong("AL ZAHAR, Mahmoud Khaled"));
        assertThat(zahar.particulars().births()).containsExactly("1945");
        assertThat(zahar.particulars().birthPlaces()).containsExactly("Gaza Strip");
        assertThat(zahar.particulars().nationalities()).containsExactly("PS");
        assertThat(zahar.countries()).containsExactly("PS");
        ListedParty vtb = entry(file, "VTB BANK PUBLIC JOINT STOCK COMPANY");
        assertThat(vtb.list()).isEqualTo("SSI");
        assertThat(vtb.programs()).containsExactly("UKRAINE-EO13662", "RUSSIA-EO14024");
        assertThat(vtb.particulars().births()).containsExactly("1990-10-17");
        assertThat(vtb.particulars().identifiers())
                .contains(
                        new Identifier(Identifier.LEI, "253400V1H6ART1UQ0N98", null),
                        new Identifier("Tax ID No.", "7702070139", "RU"))
                .noneMatch(identifier -> identifier.type().contains("Directive"));
    }

    @Test
    void the_advanced_xml_of_ofac_gives_names_in_their_scripts() {
        ListFile file = read(ListFormat.OFAC_SDN_ADVANCED);
        assertThat(file.published()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(file.entries()).hasSize(2);
        ListedParty abbas = entry(file, "ABBAS, Abu");
        assertThat(abbas.type()).isEqualTo(ListedParty.Type.INDIVIDUAL);
        assertThat(abbas.programs()).containsExactly("SDGT");
        assertThat(abbas.aliases())
                .containsExactly(
                        Alias.strong("عباس أبو"),
                        Alias.strong("ZAYDAN, Muhammad"),
                        new Alias("KHALID", Alias.Kind.WEAK));
        assertThat(abbas.particulars().births()).containsExactly("1948-12-10", "1950");
        assertThat(abbas.particulars().birthPlaces()).containsExactly("Safed, Israel");
        assertThat(abbas.particulars().nationalities()).containsExactly("IQ");
        assertThat(abbas.particulars().identifiers())
                .containsExactly(
                        new Identifier("Passport", "040070827", "IQ"),
                        new Identifier("Digital Currency Address - XBT", "12aNKp2iDKuhEde2YfPdd4DFGenRUTKupL", null));
        ListedParty vessel = entry(file, "MAR AZUL");
        assertThat(vessel.type()).isEqualTo(ListedParty.Type.VESSEL);
        assertThat(vessel.aliases()).containsExactly(new Alias("MAR ROJO", Alias.Kind.FORMER));
        assertThat(vessel.addresses()).containsExactly("Calle 5 No. 10, Havana, Cuba");
        assertThat(vessel.countries()).containsExactly("CU");
        assertThat(vessel.particulars().nationalities()).containsExactly("CU");
        assertThat(vessel.particulars().identifiers())
                .containsExactlyInAnyOrder(
                        new Identifier(Identifier.IMO, "8321785", null),
                        new Identifier(Identifier.CALL_SIGN, "CL2192", null));
    }

    @Test
    void the_xml_of_the_un_gives_original_scripts_and_low_quality_aliases() {
        ListFile file = read(ListFormat.UN_XML);
        assertThat(file.entries()).hasSize(6);
        assertThat(file.published()).isEqualTo(LocalDate.of(2025, 4, 19));
        assertThat(file.repaired()).isZero();
        ListedParty mansour = entry(file, "AKHTAR MOHAMMAD MANSOUR SHAH MOHAMMED");
        assertThat(mansour.reference()).isEqualTo("TAi.011");
        assertThat(mansour.programs()).containsExactly("Taliban");
        assertThat(mansour.aliases())
                .contains(Alias.strong("اختر محمد منصور شاه محمد"), new Alias("Naib Imam", Alias.Kind.WEAK));
        assertThat(mansour.particulars().births()).containsExactly("1958/1962", "1966");
        ListedParty haqqani = entry(file, "ABDUL JALIL HAQQANI WALI MOHAMMAD");
        assertThat(haqqani.aliases())
                .contains(
                        Alias.strong("Akhter Mohmad son of Noor Mohmad"),
                        Alias.strong("اختر محمد ولد نور محمد"),
                        Alias.strong("Haji Gulab Gul"));
        assertThat(entry(file, "FAZL MOHAMMAD MAZLOOM").particulars().births()).containsExactly("1963/1968");
        ListedParty aqim = entry(file, "THE ORGANIZATION OF AL-QAIDA IN THE ISLAMIC MAGHREB");
        assertThat(aqim.type()).isEqualTo(ListedParty.Type.ENTITY);
        assertThat(aqim.aliases())
                .contains(Alias.strong("AQIM"), new Alias("Salafist Group For Call and Combat", Alias.Kind.FORMER));
    }

    @Test
    void the_csv_of_the_eu_is_put_together_by_party() {
        ListFile file = read(ListFormat.EU_CSV);
        assertThat(file.published()).isEqualTo(LocalDate.of(2026, 8, 5));
        assertThat(file.entries()).hasSize(2);
        assertThat(file.quarantine())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).startsWith("the row has 3 fields"));
        ListedParty person = entry(file, "Hussein Al-Tikriti, Saddam");
        assertThat(person.id()).isEqualTo("13");
        assertThat(person.reference()).isEqualTo("EU.27.28");
        assertThat(person.type()).isEqualTo(ListedParty.Type.INDIVIDUAL);
        assertThat(person.aliases()).containsExactly(Alias.strong("Abu Ali"));
        assertThat(person.particulars().births()).containsExactly("1937-04-28");
        assertThat(person.particulars().birthPlaces()).containsExactly("al-Awja, near Tikrit, IQ");
        assertThat(person.particulars().nationalities()).containsExactly("IQ");
        ListedParty company = entry(file, "ACME TRADING; LLC");
        assertThat(company.addresses()).containsExactly("Tverskaya 1, 125009, Moscow, RU");
        assertThat(company.particulars().identifiers())
                .containsExactly(new Identifier("Registration Number", "1027700132195", null));
    }

    @Test
    void the_xml_of_the_eu_gives_the_same_and_weak_names() {
        ListFile file = read(ListFormat.EU_XML);
        assertThat(file.published()).isEqualTo(LocalDate.of(2026, 8, 5));
        assertThat(file.entries()).hasSize(3);
        ListedParty person = entry(file, "Hussein Al-Tikriti, Saddam");
        assertThat(person.aliases())
                .containsExactly(
                        Alias.strong("Abu Ali"), new Alias("Ali, Abou", Alias.Kind.WEAK), Alias.strong("صدام حسين"));
        assertThat(person.particulars().births()).containsExactly("1937-04-28");
        assertThat(person.programs()).containsExactly("IRQ");
        ListedParty company = entry(file, "ACME TRADING LLC");
        assertThat(company.programs()).containsExactly("TERR", "TAQA");
        assertThat(company.aliases()).containsExactly(new Alias("ACME TRD", Alias.Kind.WEAK));
        assertThat(company.countries()).containsExactly("RU");
        assertThat(company.addresses()).containsExactly("Tverskaya 1, P.O. Box 12, 125009, Moscow, RU");
        ListedParty ali = entry(file, "Ali Ahmed");
        assertThat(ali.particulars().births()).containsExactly("1958/1962", "1961-05");
        assertThat(ali.particulars().identifiers())
                .containsExactly(new Identifier("National passport", "34409/129", "IQ"));
    }

    @Test
    void the_csv_of_the_uk_is_put_together_by_designation() {
        ListFile file = read(ListFormat.UK_CSV);
        assertThat(file.published()).isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(file.entries()).hasSize(3);
        assertThat(file.quarantined()).isEqualTo(1);
        assertAkhund(entry(file, "AKHUND, MOHAMMAD HASSAN"));
        assertPetrel(entry(file, "Petrel 8"));
        ListedParty exchange = entry(file, "HAJI KHAIRULLAH HAJI SATTAR MONEY EXCHANGE");
        assertThat(exchange.type()).isEqualTo(ListedParty.Type.ENTITY);
        assertThat(exchange.countries()).containsExactly("PK");
        assertThat(exchange.particulars().identifiers())
                .containsExactly(new Identifier("Business Registration Number", "BR-99-XY", null));
    }

    @Test
    void the_xml_of_the_uk_gives_the_same() {
        ListFile file = read(ListFormat.UK_XML);
        assertThat(file.published()).isEqualTo(LocalDate.of(2026, 8, 20));
        assertThat(file.entries()).hasSize(3);
        assertThat(file.quarantine())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("the row has no id"));
        ListedParty akhund = entry(file, "AKHUND, MOHAMMAD HASSAN");
        assertAkhund(akhund);
        assertThat(akhund.aliases()).contains(Alias.strong("Akhund, Mohammad Hassan"));
        assertPetrel(entry(file, "Petrel 8"));
        assertThat(entry(file, "Only An Alias").aliases()).isEmpty();
    }

    private static void assertAkhund(ListedParty akhund) {
        assertThat(akhund.id()).isEqualTo("AFG0006");
        assertThat(akhund.reference()).isEqualTo("TAi.002");
        assertThat(akhund.aliases())
                .contains(Alias.strong("محمد حسن آخوند"), new Alias("Haji Mohammad Hassan", Alias.Kind.WEAK));
        assertThat(akhund.particulars().births()).containsExactly("1945", "1958-03-01");
        assertThat(akhund.particulars().birthPlaces()).containsExactly("Kandahar, Afghanistan");
        assertThat(akhund.particulars().nationalities()).containsExactly("AF");
        assertThat(akhund.particulars().identifiers()).containsExactly(new Identifier("Passport", "P04581926", null));
        assertThat(akhund.addresses()).containsExactly("Kabul, Afghanistan");
    }

    private static void assertPetrel(ListedParty petrel) {
        assertThat(petrel.type()).isEqualTo(ListedParty.Type.VESSEL);
        assertThat(petrel.aliases()).containsExactly(Alias.strong("Jal Vahini"));
        assertThat(petrel.particulars().identifiers()).containsExactly(new Identifier(Identifier.IMO, "9562233", null));
        assertThat(petrel.particulars().nationalities()).containsExactly("KM");
        assertThat(petrel.particulars().births()).containsExactly("2011");
    }

    @Test
    void the_denied_persons_list_gets_ids_that_stay() {
        ListFile file = read(ListFormat.BIS_DENIED_PERSONS);
        assertThat(file.entries()).hasSize(7);
        assertThat(file.quarantined()).isZero();
        ListedParty villa = entry(file, "AARON ABRAHAM VILLA");
        assertThat(villa.countries()).containsExactly("US");
        assertThat(villa.reference()).isEqualTo("87 F.R. 52741 8/29/2022");
        assertThat(villa.remarks()).isEqualTo("Order effective from 2022-08-24 to 2026-01-14.");
        assertThat(entry(read(ListFormat.BIS_DENIED_PERSONS), "AARON ABRAHAM VILLA")
                        .id())
                .isEqualTo(villa.id());
    }

    @Test
    void the_supplements_of_part_744_give_names_aliases_and_addresses() {
        ListFile file = read(ListFormat.BIS_PART_744);
        assertThat(file.counts()).containsExactly(Map.entry("EL", 5), Map.entry("MEU", 1), Map.entry("UVL", 1));
        assertThat(file.quarantine())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("the row has 2 cells, not 5"));
        ListedParty zhipu = entry(file, "Beijing Zhipu Huazhang Technology Co., Ltd.");
        assertThat(zhipu.aliases())
                .containsExactly(
                        Alias.strong("Zhipu AI"), Alias.strong("Beijing Knowledge Atlas Technology Co., Ltd."));
        assertThat(zhipu.addresses())
                .containsExactly("Floor 10, Building 9, No. 1, Zhongguancun East Road, Haidian District, Beijing,"
                        + " 100080, China");
        assertThat(zhipu.countries()).containsExactly("CN");
        assertThat(zhipu.licensePolicy()).isEqualTo("Presumption of denial");
        assertThat(zhipu.reference()).isEqualTo("90 FR 4619, 1/16/25");
        ListedParty huawei = entry(file, "Huawei Technologies Co., Ltd. (Huawei)");
        assertThat(huawei.countries()).containsExactly("CN");
        assertThat(entry(file, "Tactical Missiles Corporation").aliases()).containsExactly(Alias.strong("KTRV, JSC"));
        assertThat(entry(file, "Tactical Missiles Corporation").addresses())
                .containsExactly("7 Ilyicha Street, Korolyov, 141080, Russia");
        assertThat(entry(file, "Address 01").addresses())
                .containsExactly("Unit D, 16/F One Capital Place, 18 Luard Rd, Wan Chai, Hong Kong");
        assertThat(entry(file, "Atlas Sanatgaran").countries()).containsExactly("AM");
    }

    @Test
    void follow_the_money_entities_are_put_together_from_what_refers_to_them() {
        ListFile file = read(ListFormat.FOLLOW_THE_MONEY);
        assertThat(file.entries()).hasSize(2);
        assertThat(file.quarantined()).isEqualTo(1);
        ListedParty rim = entry(file, "Rim Ryong Nam");
        assertThat(rim.aliases())
                .containsExactly(
                        Alias.strong("RIM, Ryong Nam"),
                        Alias.strong("림룡남"),
                        Alias.strong("Rim Ryong-nam"),
                        new Alias("Rim", Alias.Kind.WEAK));
        assertThat(rim.particulars().identifiers()).containsExactly(new Identifier("Passport", "836238033", "KP"));
        assertThat(rim.addresses()).containsExactly("Shenyang, China");
        assertThat(rim.countries()).containsExactly("CN", "KP");
        ListedParty vessel = entry(file, "MERANTI STAR");
        assertThat(vessel.aliases()).containsExactly(new Alias("OCEAN LANTERN", Alias.Kind.FORMER));
        assertThat(vessel.particulars().identifiers()).containsExactly(new Identifier(Identifier.IMO, "9074729", null));
        assertThat(vessel.programs()).containsExactly("UN 1718");
        assertThat(vessel.source()).isEqualTo("https://www.un.org/securitycouncil/sanctions/1718");
    }
}
