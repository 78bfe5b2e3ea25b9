package dev.portcullis.screening.match;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of well-known companies and institutes, none of which is on the list of 2026-07-31. */
final class CleanNames {
    static final List<String> COMPANIES = List.of(
            "Microsoft",
            "Microsoft Corporation",
            "Siemens AG",
            "Siemens Energy AG",
            "Toyota",
            "Toyota Motor Corporation",
            "NVIDIA Corporation",
            "Advanced Micro Devices, Inc.",
            "Intel Corporation",
            "Apple Inc.",
            "Google LLC",
            "Amazon.com, Inc.",
            "Amazon Web Services EMEA SARL",
            "Meta Platforms, Inc.",
            "Oracle Corporation",
            "IBM Deutschland GmbH",
            "Dell Technologies Inc.",
            "Hewlett Packard Enterprise Company",
            "Super Micro Computer, Inc.",
            "Taiwan Semiconductor Manufacturing Company Limited",
            "Samsung Electronics Co., Ltd.",
            "SK hynix Inc.",
            "Sony Group Corporation",
            "Fujitsu Limited",
            "Hitachi, Ltd.",
            "Mitsubishi Electric Corporation",
            "Panasonic Holdings Corporation",
            "SoftBank Group Corp.",
            "Robert Bosch GmbH",
            "SAP SE",
            "Deutsche Telekom AG",
            "Volkswagen AG",
            "BASF SE",
            "Infineon Technologies AG",
            "ASML Holding N.V.",
            "Koninklijke Philips N.V.",
            "STMicroelectronics N.V.",
            "Airbus SE",
            "Thales S.A.",
            "TotalEnergies SE",
            "BNP Paribas S.A.",
            "Mistral AI SAS",
            "Telefonica S.A.",
            "Banco Santander, S.A.",
            "Eni S.p.A.",
            "Leonardo S.p.A.",
            "Ericsson AB",
            "Nokia Oyj",
            "Novo Nordisk A/S",
            "Equinor ASA",
            "Nestle S.A.",
            "Novartis AG",
            "HSBC Holdings plc",
            "AstraZeneca PLC",
            "BAE Systems plc",
            "Arm Holdings plc",
            "Vodafone Group Plc",
            "Tata Consultancy Services Limited",
            "Infosys Limited",
            "Reliance Industries Limited",
            "Petroleo Brasileiro S.A.",
            "Embraer S.A.",
            "Bombardier Inc.",
            "Shopify Inc.",
            "BHP Group Limited",
            "Commonwealth Bank of Australia",
            "Singapore Telecommunications Limited",
            "Saudi Aramco",
            "G42 Holding Limited",
            "Khalifa University of Science and Technology",
            "Massachusetts Institute of Technology",
            "Stanford University",
            "ETH Zurich",
            "University of Oxford",
            "Technical University of Munich",
            "Max Planck Society",
            "CERN",
            "OpenAI, Inc.",
            "Anthropic PBC",
            "CoreWeave, Inc.",
            "Equinix, Inc.",
            "Digital Realty Trust, Inc.",
            "Cisco Systems, Inc.",
            "Qualcomm Incorporated",
            "Broadcom Inc.",
            "Texas Instruments Incorporated",
            "Applied Materials, Inc.",
            "Lam Research Corporation",
            "KLA Corporation",
            "Boeing Company",
            "Lockheed Martin Corporation",
            "General Electric Company",
            "Ford Motor Company",
            "Tesla, Inc.",
            "JPMorgan Chase & Co.",
            "Goldman Sachs Group, Inc.",
            "Pfizer Inc.",
            "Johnson & Johnson");

    /**
     * Names that are not on the list and alert all the same, each with the listed names that it alerts to and why a person must look.
     * An alert more or an alert less is a change of the matcher that someone should see.
     */
    static final Map<String, Set<String>> KNOWN_ALERTS = Map.of(
            // "Mikron" is how the Russian chip maker is spelled on the list, and sounds the same; only "technology"
            // tells them apart.
            "Micron Technology", Set.of("PJSC Mikron", "JOINT STOCK COMPANY MIKRON"),
            "Micron Technology, Inc.", Set.of("PJSC Mikron", "JOINT STOCK COMPANY MIKRON"),
            // The same telling word, and only "international" more; Inc. and DMCC contradict and take something from
            // the score.
            "Alphabet Inc.", Set.of("ALPHABET INTERNATIONAL DMCC"));

    private CleanNames() {}
}
