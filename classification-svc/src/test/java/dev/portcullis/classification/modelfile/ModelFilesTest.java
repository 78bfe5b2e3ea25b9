package dev.portcullis.classification.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the headers of well-formed model files say. */
class ModelFilesTest {
    private static ByteArraySource json(String name, String text) {
        return new ByteArraySource(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ModelFileFacts read(RandomAccessSource... files) throws IOException {
        return ModelFiles.read(List.of(files), Limits.DEFAULT);
    }

    private static List<String> codes(ModelFileFacts facts) {
        return facts.findings().stream().map(Finding::code).toList();
    }

    @Test
    void a_safetensors_header_gives_counts_types_and_its_own_digest() throws Exception {
        byte[] file = Samples.safetensors();
        ModelFileFacts facts = Samples.read("model.safetensors", file);
        assertThat(facts.format()).isEqualTo(FileKind.SAFETENSORS);
        assertThat(facts.tensorCount()).isEqualTo(3);
        assertThat(facts.elementCount()).isEqualTo(11);
        assertThat(facts.parameterCount()).isEqualTo(10);
        assertThat(facts.integerCount()).isEqualTo(1);
        assertThat(facts.elementsByType()).containsExactly(entry("BF16", 4L), entry("F32", 6L), entry("I64", 1L));
        assertThat(facts.details()).containsEntry("format", "pt");
        byte[] header = Arrays.copyOf(file, file.length - 40);
        assertThat(facts.files().get(0).sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(header)));
    }

    @Test
    void an_empty_safetensors_file_holds_nothing() throws Exception {
        ModelFileFacts facts = Samples.read("empty.safetensors", Samples.safetensors("{}      ", 0));
        assertThat(facts.tensorCount()).isZero();
        assertThat(codes(facts)).contains("NO_PARAMETERS");
    }

    /** Bits of an element by the element types of the safetensors library. */
    @ParameterizedTest
    @CsvSource({
        "F64,64", "F32,32", "F16,16", "BF16,16", "F8_E4M3,8", "F8_E5M2,8", "F8_E8M0,8", "F6_E2M3,6", "F6_E3M2,6",
                "F4,4",
        "C64,64", "I64,64", "I32,32", "I16,16", "I8,8", "U64,64", "U32,32", "U16,16", "U8,8", "BOOL,8"
    })
    void every_type_of_safetensors_is_known_with_its_size(String type, int bits) throws Exception {
        int bytes = 8 * bits / 8;
        String header = "{\"t\":{\"dtype\":\"" + type + "\",\"shape\":[2,4],\"data_offsets\":[0," + bytes + "]}}";
        assertThat(Samples.read("m.safetensors", Samples.safetensors(header, bytes))
                        .elementsByType())
                .containsExactly(entry(type, 8L));
    }

    @Test
    void shards_are_read_by_their_index() throws Exception {
        String one = "{\"a\":{\"dtype\":\"F16\",\"shape\":[8],\"data_offsets\":[0,16]}}";
        String two = "{\"b\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}";
        ByteArraySource first = new ByteArraySource("m-00001-of-00002.safetensors", Samples.safetensors(one, 16));
        ByteArraySource second = new ByteArraySource("m-00002-of-00002.safetensors", Samples.safetensors(two, 8));
        String map = "{\"metadata\":{\"total_size\":24},\"weight_map\":{\"a\":\"m-00001-of-00002.safetensors\",%s}}";
        ByteArraySource index =
                json("model.safetensors.index.json", map.formatted("\"b\":\"m-00002-of-00002.safetensors\""));

        assertThat(read(index, first, second).parameterCount()).isEqualTo(12);
        assertThat(read(first, second).parameterCount()).isEqualTo(12);
        assertThat(codes(read(first, second))).contains("NO_INDEX");
        assertThatThrownBy(() -> read(index, first)).hasMessageContaining("missing");
        assertThatThrownBy(() -> read(first)).hasMessageContaining("give them all");
        assertThatThrownBy(() -> read(
                        json("model.safetensors.index.json", map.formatted("\"b\":\"m-00001-of-00002.safetensors\"")),
                        first))
                .hasMessageContaining("lacks 1 tensors");
        assertThatThrownBy(() -> read(
                        json("model.safetensors.index.json", map.formatted("\"c\":\"m-00002-of-00002.safetensors\"")),
                        first,
                        second))
                .hasMessageContaining("the index does not name");
        assertThatThrownBy(() -> read(
                        json("model.safetensors.index.json", map.formatted("\"b\":\"../other.safetensors\"")), first))
                .hasMessageContaining("no name of a shard");
    }

    @Test
    void a_gguf_header_gives_logical_elements_and_metadata() throws Exception {
        ModelFileFacts facts = Samples.read("model.gguf", Samples.gguf());
        assertThat(facts.architecture()).isEqualTo("llama");
        assertThat(facts.elementsByType()).containsExactly(entry("F32", 8L), entry("Q4_0", 128L));
        assertThat(facts.parameterCount()).isEqualTo(136);
        assertThat(facts.details())
                .containsEntry("llama.context_length", "8192")
                .containsEntry("llama.expert_count", "8");
        assertThat(facts.files().get(0).version()).isEqualTo("3");
    }

    @Test
    void version_2_and_the_other_byte_order_of_gguf_are_read_and_version_1_is_not() throws Exception {
        byte[] second = Samples.gguf();
        second[4] = 2;
        assertThat(Samples.read("m.gguf", second).parameterCount()).isEqualTo(136);
        byte[] first = Samples.gguf();
        first[4] = 1;
        assertThatThrownBy(() -> Samples.read("m.gguf", first)).hasMessageContaining("versions 2 and 3");
        ByteBuffer big = ByteBuffer.allocate(4 + 4 + 8 + 8 + 8 + 1 + 4 + 8 + 4 + 8 + 19 + 32);
        big.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(1).putLong(0);
        big.putLong(1).put((byte) 't').putInt(1).putLong(8).putInt(0).putLong(0);
        assertThat(Samples.read("m.gguf", big.array()).parameterCount()).isEqualTo(8);
    }

    @Test
    void a_split_gguf_is_counted_whole_or_not_at_all() throws Exception {
        byte[] part = new LittleEndian()
                .text("GGUF")
                .u32(3)
                .u64(0)
                .u64(1)
                .string("split.count")
                .u32(2)
                .u16(3)
                .toBytes();
        assertThatThrownBy(() -> Samples.read("m.gguf", part)).hasMessageContaining("split into 3 files");
    }

    @Test
    void an_onnx_graph_is_counted_with_its_subgraphs_and_without_its_values() throws Exception {
        ModelFileFacts facts = Samples.read("model.onnx", Samples.onnx());
        assertThat(facts.elementsByType()).containsExactly(entry("FLOAT", 515L), entry("INT64", 2L));
        assertThat(facts.details())
                .containsEntry("producer", "exporter")
                .containsEntry("opsets", "ai.onnx 17")
                .containsEntry("operators", "Constant 1, If 1, MatMul 1");
        assertThat(facts.files().get(0).version()).isEqualTo("8");
    }

    @Test
    void onnx_weights_in_another_file_are_counted_and_a_way_out_of_the_folder_is_a_danger() throws Exception {
        byte[] tensor = Samples.join(
                Samples.field(1, 1024),
                Samples.field(2, 16),
                Samples.field(8, "w"),
                Samples.field(13, Samples.join(Samples.field(1, "location"), Samples.field(2, "../../etc/passwd"))),
                Samples.field(13, Samples.join(Samples.field(1, "length"), Samples.field(2, "2048"))),
                Samples.field(14, 1));
        ModelFileFacts facts = Samples.read("model.onnx", Samples.onnxModel(Samples.field(5, tensor)));
        assertThat(facts.parameterCount()).isEqualTo(1024);
        assertThat(codes(facts)).contains("EXTERNAL_DATA", "EXTERNAL_DATA_OUTSIDE");
    }

    @Test
    void shared_storages_of_a_pytorch_file_count_once() throws Exception {
        ModelFileFacts facts = Samples.read("pytorch_model.bin", Samples.torch());
        assertThat(facts.elementsByType()).containsExactly(entry("float16", 5L), entry("float32", 12L));
        assertThat(facts.tensorCount()).isEqualTo(3);
        assertThat(codes(facts)).containsExactly("SHARED_TENSORS");
    }

    @Test
    void views_that_part_a_storage_are_counted_each() throws Exception {
        Samples.Pickle pickle = new Samples.Pickle().start();
        pickle.text("a").tensor("BFloat16Storage", "0", 10, 0, new long[] {6}, new long[] {1});
        pickle.text("b").tensor("BFloat16Storage", "0", 10, 6, new long[] {4}, new long[] {1});
        ModelFileFacts facts = Samples.read("m.pt", Samples.torch(pickle.end(), Map.of("0", 20)));
        assertThat(facts.parameterCount()).isEqualTo(10);
        assertThat(facts.tensorCount()).isEqualTo(2);
    }

    @Test
    void the_state_of_an_optimizer_is_no_parameter() throws Exception {
        Samples.Pickle pickle = new Samples.Pickle().start();
        pickle.text("model").raw('}', '(');
        pickle.text("w").tensor("FloatStorage", "0", 4, 0, new long[] {4}, new long[] {1});
        pickle.raw('u').text("optimizer").raw('}', '(');
        pickle.text("exp_avg").tensor("FloatStorage", "1", 4, 0, new long[] {4}, new long[] {1});
        pickle.raw('u');
        ModelFileFacts facts = Samples.read("m.pt", Samples.torch(pickle.end(), Map.of("0", 16, "1", 16)));
        assertThat(facts.parameterCount()).isEqualTo(4);
        assertThat(codes(facts)).contains("TRAINING_STATE");
    }

    @Test
    void a_compressed_pickle_is_read_too() throws Exception {
        byte[] pickle = new Samples.Pickle().start().end();
        byte[] file = Samples.zip(List.of(new Samples.Entry("archive/data.pkl", pickle, true, pickle.length)));
        assertThat(Samples.read("m.pt", file).tensorCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"os,system", "posix,system", "builtins,eval", "__builtin__,exec", "subprocess,Popen", "torch.hub,load"})
    void a_pickle_that_would_run_something_is_named_as_a_danger(String module, String name) throws Exception {
        byte[] pickle = new Samples.Pickle()
                .raw(0x80, 2)
                .global(module, name)
                .text("touch /tmp/here")
                .raw(0x85, 'R', '.')
                .toBytes();
        ModelFileFacts facts = Samples.read("m.pt", Samples.torch(pickle, Map.of()));
        assertThat(facts.findings()).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.DANGER);
            assertThat(finding.text()).contains(name);
        });
    }

    @Test
    void a_pickle_of_protocol_0_that_would_run_something_is_named_too() throws Exception {
        byte[] pickle = "cos\nsystem\n(S'id'\ntR.".getBytes(StandardCharsets.US_ASCII);
        assertThat(codes(Samples.read("m.pt", Samples.torch(pickle, Map.of())))).contains("DANGEROUS_PICKLE");
    }

    @Test
    void a_class_of_somebody_is_for_a_person_to_judge() throws Exception {
        byte[] pickle = new Samples.Pickle()
                .raw(0x80, 2)
                .global("mylib.models", "Net")
                .raw(')', 0x81, '}', 'b', '.')
                .toBytes();
        assertThat(codes(Samples.read("m.pt", Samples.torch(pickle, Map.of())))).contains("UNEXPECTED_GLOBALS");
    }

    @Test
    void kinds_that_are_not_read_say_so() {
        assertThatThrownBy(() -> Samples.read("old.pt", new byte[] {(byte) 0x80, 2, '}', '.', 0, 0, 0, 0, 0, 0}))
                .hasMessageContaining("a pickle outside a zip file");
        assertThatThrownBy(() -> Samples.read("notes.txt", new byte[100])).hasMessageContaining("of no kind");
        assertThatThrownBy(() -> read(json("tokenizer.json", "{}"))).hasMessageContaining("by these names");
        assertThatThrownBy(() -> read(json("config.json", "{}")))
                .hasMessageContaining("none of the files holds weights");
        assertThatThrownBy(() -> read(
                        new ByteArraySource("a.gguf", Samples.gguf()), new ByteArraySource("a.pt", Samples.torch())))
                .hasMessageContaining("several formats");
    }

    @Test
    void a_configuration_names_the_architecture_and_a_trainer_its_operations() throws Exception {
        ModelFileFacts facts = read(
                new ByteArraySource("model.safetensors", Samples.safetensors()),
                json(
                        "config.json",
                        "{\"architectures\":[\"LlamaForCausalLM\",\"X\"],\"hidden_size\":4096,\"rope_scaling\":{\"factor\":8},"
                                + "\"eos_token_id\":[1,2],\"text_config\":{\"num_hidden_layers\":32},\"model_type\":\"llama\"}"),
                json(
                        "trainer_state.json",
                        "{\"epoch\":1.5,\"global_step\":500,\"log_history\":[{\"loss\":1.5,\"step\":1}],"
                                + "\"num_input_tokens_seen\":0,\"total_flos\":1.2345678901234568e+21,\"train_batch_size\":8}"));
        assertThat(facts.architecture()).isEqualTo("LlamaForCausalLM");
        assertThat(facts.details()).containsEntry("hidden_size", "4096").containsEntry("num_hidden_layers", "32");
        assertThat(facts.training().operations()).isEqualByComparingTo("1234567890123456800000");
        assertThat(facts.training().tokensSeen()).isNull();
    }

    @Test
    void the_active_parameters_of_a_mixture_of_experts_follow_from_its_configuration() throws Exception {
        String header = "{\"model.embed.weight\":{\"dtype\":\"F32\",\"shape\":[100],\"data_offsets\":[0,400]},"
                + "\"layers.0.mlp.experts.0.w1.weight\":{\"dtype\":\"F32\",\"shape\":[80],\"data_offsets\":[400,720]},"
                + "\"layers.0.mlp.shared_expert.w1.weight\":{\"dtype\":\"F32\",\"shape\":[10],\"data_offsets\":[720,760]}}";
        ByteArraySource weights = new ByteArraySource("model.safetensors", Samples.safetensors(header, 760));
        ModelFileFacts facts =
                read(weights, json("config.json", "{\"num_local_experts\":8,\"num_experts_per_tok\":2}"));
        assertThat(facts.expertParameterCount()).isEqualTo(80);
        assertThat(facts.activeParameterCount()).isEqualTo(130);
        assertThat(read(weights).activeParameterCount()).isNull();

        ModelDraft draft = ModelDrafter.draft(facts, new BigDecimal("1000"));
        assertThat(draft.datasheet().parameterCount()).isEqualByComparingTo("190");
        assertThat(draft.datasheet().trainingOperations()).isEqualByComparingTo("780000");
        assertThat(draft.figures().toString()).contains("130 active parameters");
    }

    @Test
    void nothing_is_assumed_where_files_are_silent() throws Exception {
        ModelDraft draft = ModelDrafter.draft(Samples.read("model.gguf", Samples.gguf()), null);
        assertThat(draft.datasheet().parameterCount()).isEqualByComparingTo("136");
        assertThat(draft.datasheet().trainingOperations()).isNull();
        assertThat(draft.datasheet().trainingTokens()).isNull();
        assertThat(draft.datasheet().published()).isNull();
        assertThat(draft.questions()).anyMatch(question -> question.contains("how many elements of data"));
    }

    @Test
    void a_record_of_fine_tuning_never_hides_more_that_is_stated() throws Exception {
        ModelFileFacts facts = read(
                new ByteArraySource("model.gguf", Samples.gguf()),
                json("trainer_state.json", "{\"total_flos\": 5000, \"num_input_tokens_seen\": 2}"));
        assertThat(ModelDrafter.draft(facts, null).datasheet().trainingOperations())
                .isEqualByComparingTo("5000");
        assertThat(ModelDrafter.draft(facts, new BigDecimal("1000")).datasheet().trainingOperations())
                .isEqualByComparingTo("816000");
    }

    @Test
    void packed_weights_give_no_parameter_count() throws Exception {
        String header = "{\"qweight\":{\"dtype\":\"I32\",\"shape\":[10],\"data_offsets\":[0,40]},"
                + "\"scales\":{\"dtype\":\"F16\",\"shape\":[10],\"data_offsets\":[40,60]}}";
        ModelFileFacts facts = Samples.read("m.safetensors", Samples.safetensors(header, 60));
        ModelDraft draft = ModelDrafter.draft(facts, new BigDecimal("1000"));
        assertThat(draft.datasheet().parameterCount()).isNull();
        assertThat(draft.datasheet().trainingOperations()).isNull();
        assertThat(draft.questions()).anyMatch(question -> question.contains("How many parameters"));
    }

    @Test
    void an_adapters_run_is_what_was_added_to_its_base() throws Exception {
        ModelFileFacts facts = read(
                new ByteArraySource("adapter_model.safetensors", Samples.safetensors()),
                json(
                        "adapter_config.json",
                        "{\"base_model_name_or_path\":\"org/base\",\"peft_type\":\"LORA\",\"r\":16}"),
                json("trainer_state.json", "{\"total_flos\": 7e18}"));
        ModelDraft draft = ModelDrafter.draft(facts, null);
        assertThat(draft.datasheet().trainingOperations()).isNull();
        assertThat(draft.datasheet().derivative().additionalOperations()).isEqualByComparingTo("7e18");
        assertThat(codes(facts)).contains("ADAPTER");
    }

    @Test
    void every_type_of_ggml_takes_the_bytes_that_its_block_has() throws Exception {
        List<String> wrong = new ArrayList<>();
        // Numbers, elements and bytes of a block: ggml.h and ggml-common.h.
        int[][] types = {
            {0, 1, 4},
            {1, 1, 2},
            {2, 32, 18},
            {3, 32, 20},
            {6, 32, 22},
            {7, 32, 24},
            {8, 32, 34},
            {9, 32, 36},
            {10, 256, 84},
            {11, 256, 110},
            {12, 256, 144},
            {13, 256, 176},
            {14, 256, 210},
            {15, 256, 292},
            {16, 256, 66},
            {17, 256, 74},
            {18, 256, 98},
            {19, 256, 50},
            {20, 32, 18},
            {21, 256, 110},
            {22, 256, 82},
            {23, 256, 136},
            {24, 1, 1},
            {25, 1, 2},
            {26, 1, 4},
            {27, 1, 8},
            {28, 1, 8},
            {29, 256, 56},
            {30, 1, 2},
            {34, 256, 54},
            {35, 256, 66},
            {39, 32, 17},
            {40, 64, 36},
            {41, 128, 18}
        };
        for (int[] type : types) {
            for (int change = -1; change <= 0; change++) {
                LittleEndian out = new LittleEndian().text("GGUF").u32(3).u64(1).u64(0);
                out.string("t").u32(1).u64(type[1] * 64L).u32(type[0]).u64(0);
                while (out.size() % 32 != 0) {
                    out.u8(0);
                }
                byte[] file = out.zeros(type[2] * 64 + change).toBytes();
                try {
                    Samples.read("m.gguf", file);
                    if (change < 0) {
                        wrong.add("type " + type[0] + " takes less than its block");
                    }
                } catch (ModelFileException e) {
                    if (change == 0) {
                        wrong.add("type " + type[0] + ": " + e.getMessage());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
