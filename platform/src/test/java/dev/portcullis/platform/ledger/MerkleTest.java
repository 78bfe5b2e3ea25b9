package dev.portcullis.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tree against the reference hashes of RFC 6962's own tests, and its proofs against the verifiers of RFC 9162, section 2.1. */
class MerkleTest {
    private static final int LARGEST = 70;

    /** Leaves and roots of google/certificate-transparency, merkle_tree_test.cc. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_roots_are_those_of_the_reference_implementation() {
        List<byte[]> leaves = LEAVES.stream().map(HexFormat.of()::parseHex).toList();
        for (int size = 1; size <= leaves.size(); size++) {
            assertThat(HexFormat.of().formatHex(root(leaves, size))).isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(Merkle.emptyRoot()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void every_leaf_of_every_tree_has_a_proof_that_verifies() {
        List<byte[]> leaves = leaves();
        for (int size = 1; size <= LARGEST; size++) {
            byte[] root = root(leaves, size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = hashes(leaves, Merkle.inclusion(index, size));
                assertThat(includes(Merkle.leaf(leaves.get(index)), index, size, path, root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
                assertThat(includes(Merkle.leaf(leaves.get((index + 1) % LARGEST)), index, size, path, root))
                        .as("another leaf in the place of %d of %d", index, size)
                        .isFalse();
            }
        }
    }

    @Test
    void every_tree_is_proved_to_be_a_prefix_of_every_later_one() {
        List<byte[]> leaves = leaves();
        for (int size = 1; size <= LARGEST; size++) {
            for (int older = 1; older <= size; older++) {
                List<byte[]> proof = hashes(leaves, Merkle.consistency(older, size));
                assertThat(extends_(older, size, proof, root(leaves, older), root(leaves, size)))
                        .as("%d of %d", older, size)
                        .isTrue();
                if (older < size) {
                    byte[] forged = root(leaves, older).clone();
                    forged[0] ^= 1;
                    assertThat(extends_(older, size, proof, forged, root(leaves, size)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void what_is_not_in_the_tree_has_no_proof() {
        assertThatThrownBy(() -> Merkle.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.consistency(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.consistency(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<byte[]> leaves() {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < LARGEST; i++) {
            leaves.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return leaves;
    }

    private static List<byte[]> hashes(List<byte[]> leaves, List<Merkle.Range> ranges) {
        Map<Merkle.Node, byte[]> nodes = nodes(leaves);
        return ranges.stream().map(range -> range.hash(nodes::get)).toList();
    }

    private static byte[] root(List<byte[]> leaves, int size) {
        return new Merkle.Range(0, size).hash(nodes(leaves)::get);
    }

    /** The complete subtrees by definition. */
    private static Map<Merkle.Node, byte[]> nodes(List<byte[]> leaves) {
        Map<Merkle.Node, byte[]> nodes = new HashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            nodes.put(new Merkle.Node(0, i), Merkle.leaf(leaves.get(i)));
        }
        for (int level = 1; 1 << level <= leaves.size(); level++) {
            for (int position = 0; (position + 1) << level <= leaves.size(); position++) {
                nodes.put(
                        new Merkle.Node(level, position),
                        Merkle.parent(
                                nodes.get(new Merkle.Node(level - 1, 2L * position)),
                                nodes.get(new Merkle.Node(level - 1, 2L * position + 1))));
            }
        }
        return nodes;
    }

    /** RFC 9162, section 2.1.3.2. */
    private static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = Merkle.parent(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = Merkle.parent(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** RFC 9162, section 2.1.4.2. */
    private static boolean extends_(long older, long size, List<byte[]> proof, byte[] olderRoot, byte[] root) {
        if (older == size) {
            return proof.isEmpty() && Arrays.equals(olderRoot, root);
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.add(0, olderRoot);
        }
        long fn = older - 1;
        long sn = size - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.get(0);
        byte[] sr = path.get(0);
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Merkle.parent(c, fr);
                sr = Merkle.parent(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Merkle.parent(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, olderRoot) && Arrays.equals(sr, root);
    }
}
