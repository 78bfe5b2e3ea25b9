package dev.portcullis.classification.modelfile;

import dev.portcullis.classification.modelfile.Pickled.Global;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classes and functions that a pickle names. What torch.save writes for weights is expected; what can run commands, reach files
 * or the network is a danger where the file is loaded; the rest is for a person to judge. Nothing is imported to find out.
 */
final class PickleGlobals {
    private static final int SHOWN = 20;
    private static final int KEPT = 1000;

    private static final Set<String> EXPECTED = Set.of(
            "collections.OrderedDict",
            "collections.Counter",
            "collections.defaultdict",
            "torch.Size",
            "torch.Tensor",
            "torch.device",
            "torch.nn.parameter.Parameter",
            "torch.nn.parameter.Buffer",
            "torch.serialization._get_layout",
            "torch._tensor._rebuild_from_type_v2",
            "torch.storage.UntypedStorage",
            "torch.storage.TypedStorage",
            "torch.storage._load_from_bytes",
            "_codecs.encode",
            "argparse.Namespace",
            "numpy.ndarray",
            "numpy.dtype",
            "numpy.core.multiarray._reconstruct",
            "numpy.core.multiarray.scalar",
            "numpy._core.multiarray._reconstruct",
            "numpy._core.multiarray.scalar",
            "builtins.set",
            "builtins.frozenset",
            "builtins.list",
            "builtins.dict",
            "builtins.tuple",
            "builtins.int",
            "builtins.float",
            "builtins.str",
            "builtins.bytes",
            "builtins.bytearray",
            "builtins.complex",
            "builtins.slice",
            "builtins.range");

    private static final Set<String> DANGEROUS_MODULES = Set.of(
            "os",
            "posix",
            "nt",
            "posixpath",
            "ntpath",
            "sys",
            "subprocess",
            "shutil",
            "socket",
            "ssl",
            "runpy",
            "importlib",
            "pickle",
            "_pickle",
            "marshal",
            "ctypes",
            "_ctypes",
            "webbrowser",
            "pty",
            "commands",
            "code",
            "codeop",
            "pdb",
            "bdb",
            "timeit",
            "cprofile",
            "profile",
            "trace",
            "asyncio",
            "multiprocessing",
            "_posixsubprocess",
            "platform",
            "pip",
            "pydoc",
            "doctest",
            "urllib",
            "urllib2",
            "http",
            "httplib",
            "ftplib",
            "smtplib",
            "telnetlib",
            "requests",
            "aiohttp",
            "httpx",
            "tempfile",
            "io",
            "_io",
            "pathlib",
            "glob",
            "operator",
            "_operator",
            "functools",
            "types",
            "inspect",
            "ast",
            "dill",
            "cloudpickle",
            "joblib",
            "builtins",
            "__builtin__",
            "__main__",
            "signal",
            "threading",
            "_thread",
            "sqlite3",
            "venv",
            "site",
            "zipimport",
            "imp",
            "distutils",
            "setuptools",
            "idlelib",
            "lib2to3",
            "test",
            "numpy.testing",
            "torch.hub",
            "torch.ops",
            "torch._ops",
            "torch.utils.cpp_extension",
            "torch.utils.collect_env",
            "torch.jit",
            "torch._dynamo",
            "torch._inductor",
            "torch.fx",
            "torch.distributed.rpc",
            "torch.multiprocessing",
            "torch.package");

    private static final Set<String> DANGEROUS_NAMES = Set.of(
            "torch.load", "torch.save", "torch.serialization.load", "numpy.load", "numpy.fromfile", "numpy.memmap");

    private final Set<String> dangerous = new LinkedHashSet<>();
    private final Set<String> unexpected = new TreeSet<>();

    void add(Global global) {
        String module = global.module().equals("__builtin__") ? "builtins" : global.module();
        String full = module + "." + global.name();
        if (isExpected(module, global.name(), full) || dangerous.size() + unexpected.size() >= KEPT) {
            return;
        }
        (isDangerous(module, full) ? dangerous : unexpected).add(Printable.of(full));
    }

    private static boolean isExpected(String module, String name, String full) {
        return EXPECTED.contains(full)
                || module.equals("torch._utils") && name.startsWith("_rebuild_")
                || module.equals("torch") && (name.endsWith("Storage") || TorchTypes.isDtype(name))
                || module.equals("torch.cuda") && name.endsWith("Storage");
    }

    private static boolean isDangerous(String module, String full) {
        String lower = module.toLowerCase(Locale.ROOT);
        for (String at = lower; ; at = at.substring(0, at.lastIndexOf('.'))) {
            if (DANGEROUS_MODULES.contains(at)) {
                return true;
            }
            if (at.indexOf('.') < 0) {
                return DANGEROUS_NAMES.contains(full);
            }
        }
    }

    void report(String file, Findings findings) {
        if (!dangerous.isEmpty()) {
            findings.danger(
                    "DANGEROUS_PICKLE",
                    "Loading " + Printable.of(file) + " with an unrestricted pickle would import "
                            + shown(dangerous)
                            + ". Weights need none of these: do not load the file, and find out who made it.");
        }
        if (!unexpected.isEmpty()) {
            findings.judge(
                    "UNEXPECTED_GLOBALS",
                    Printable.of(file) + " names classes or functions beside those of plain weights: "
                            + shown(unexpected)
                            + ". What they would build was not counted unless it holds plain tensors.");
        }
    }

    private static String shown(Set<String> names) {
        String text = String.join(", ", names.stream().limit(SHOWN).toList());
        return names.size() <= SHOWN ? text : text + " and " + (names.size() - SHOWN) + " more";
    }
}
