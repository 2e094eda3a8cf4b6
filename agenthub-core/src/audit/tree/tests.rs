//! The tree beside the RFC's own definitions, read as they stand there.

use std::ops::Range;

use proptest::prelude::*;

use super::*;

/// MTH of RFC 9162 §2.1.1.
fn root(leaves: &[TreeHash]) -> TreeHash {
    match leaves {
        [] => TreeHash::of_nothing(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            TreeHash::of_children(root(left), root(right))
        }
    }
}

/// The largest power of two below `n`.
fn split(n: usize) -> usize {
    (1..).map(|bit| 1 << bit).take_while(|power| *power < n).last().unwrap_or(1)
}

/// PATH of §2.1.3.1.
fn path(index: usize, leaves: &[TreeHash]) -> Vec<TreeHash> {
    if leaves.len() <= 1 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut path, beside) = match index.checked_sub(left.len()) {
        None => (path(index, left), right),
        Some(index) => (path(index, right), left),
    };
    path.push(root(beside));
    path
}

/// SUBPROOF of §2.1.4.1.
fn subproof(from: usize, leaves: &[TreeHash], known: bool) -> Vec<TreeHash> {
    if from == leaves.len() {
        return if known { Vec::new() } else { vec![root(leaves)] };
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut proof, beside) = if from <= left.len() {
        (subproof(from, left, known), right)
    } else {
        (subproof(from - left.len(), right, false), left)
    };
    proof.push(root(beside));
    proof
}

fn leaves(count: usize) -> Vec<TreeHash> {
    (0..count).map(|n| TreeHash::of_leaf(&n.to_be_bytes())).collect()
}

fn slice(leaves: &[TreeHash], range: Range<u64>) -> &[TreeHash] {
    &leaves[range.start as usize..range.end as usize]
}

fn node_hash(node: Node, leaves: &[TreeHash]) -> TreeHash {
    root(slice(leaves, node.index * node.width()..(node.index + 1) * node.width()))
}

fn hashes(parts: Vec<Range<u64>>, leaves: &[TreeHash]) -> Vec<TreeHash> {
    parts.into_iter().map(|part| root_over(cover_hashes(part, leaves).into_iter())).collect()
}

fn cover_hashes(part: Range<u64>, leaves: &[TreeHash]) -> Vec<TreeHash> {
    cover(part).map(|node| node_hash(node, leaves)).collect()
}

fn inclusion(index: usize, leaves: &[TreeHash]) -> InclusionProof {
    let (index, size) = (index as u64, leaves.len() as u64);
    InclusionProof { index, size, hashes: hashes(InclusionProof::parts(index, size), leaves) }
}

fn consistency(from: usize, leaves: &[TreeHash]) -> ConsistencyProof {
    let (from, to) = (from as u64, leaves.len() as u64);
    ConsistencyProof { from, to, hashes: hashes(ConsistencyProof::parts(from, to), leaves) }
}

fn compact(leaves: &[TreeHash]) -> CompactRange {
    let mut tree = CompactRange::default();
    leaves.iter().for_each(|leaf| tree.append(*leaf));
    tree
}

/// Every hash with one bit changed, for each bit, then the list without each hash, and with one more.
fn spoiled(hashes: &[TreeHash]) -> Vec<Vec<TreeHash>> {
    let mut all = Vec::new();
    for place in 0..hashes.len() {
        for bit in 0..256 {
            let mut bad = hashes.to_vec();
            bad[place].0[bit / 8] ^= 1 << (bit % 8);
            all.push(bad);
        }
        let mut bad = hashes.to_vec();
        bad.remove(place);
        all.push(bad);
    }
    all.push([hashes, &[TreeHash::of_nothing()]].concat());
    all
}

#[test]
fn the_roots_are_those_of_certificate_transparency() {
    let data: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let leaves = data.map(TreeHash::of_leaf);
    for (size, expected) in roots.into_iter().enumerate() {
        assert_eq!(compact(&leaves[..size]).root().to_string(), expected);
        assert_eq!(root(&leaves[..size]).to_string(), expected);
    }
}

#[test]
fn a_proof_of_certificate_transparency_is_ours() {
    let data: [&[u8]; 5] = [b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31"];
    let proof = inclusion(1, &data.map(TreeHash::of_leaf));
    let expected = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ];
    assert_eq!(proof.hashes.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn every_proof_of_small_trees_is_the_rfcs_and_holds() {
    let all = leaves(40);
    for size in 0..=all.len() {
        let tree = &all[..size];
        assert_eq!(compact(tree).root(), root(tree));
        for index in 0..size {
            let proof = inclusion(index, tree);
            assert_eq!(proof.hashes, path(index, tree), "{index} of {size}");
            assert!(proof.holds(tree[index], root(tree)), "{index} of {size}");
        }
        for from in 0..=size {
            let proof = consistency(from, tree);
            let expected = if from == 0 { Vec::new() } else { subproof(from, tree, true) };
            assert_eq!(proof.hashes, expected, "{from} to {size}");
            assert!(proof.holds(root(&all[..from]), root(tree)), "{from} to {size}");
        }
    }
}

#[test]
fn a_proof_of_which_a_bit_is_changed_is_refused() {
    for size in [1, 2, 3, 5, 8, 11, 21] {
        let tree = leaves(size);
        for index in [0, size / 2, size - 1] {
            let good = inclusion(index, &tree);
            for hashes in spoiled(&good.hashes) {
                assert!(!InclusionProof { hashes, ..good.clone() }.holds(tree[index], root(&tree)));
            }
            assert!(!good.holds(TreeHash::of_nothing(), root(&tree)));
            assert!(!good.holds(tree[index], TreeHash::of_nothing()));
            for other in (0..size as u64 + 2).filter(|other| *other != index as u64) {
                assert!(!InclusionProof { index: other, ..good.clone() }.holds(tree[index], root(&tree)));
            }
        }
        for from in (1..size).filter(|from| [1, 2, size / 2, size - 1].contains(from)) {
            let (good, older, newer) = (consistency(from, &tree), root(&tree[..from]), root(&tree));
            for hashes in spoiled(&good.hashes) {
                assert!(!ConsistencyProof { hashes, ..good.clone() }.holds(older, newer));
            }
            assert!(!good.holds(newer, newer) && !good.holds(older, older) && !good.holds(newer, older));
        }
    }
}

#[test]
fn an_empty_tree_proves_nothing_but_that_it_was_empty() {
    let (nothing, something) = (TreeHash::of_nothing(), leaves(1)[0]);
    let proof = |from, to| ConsistencyProof { from, to, hashes: Vec::new() };
    assert!(proof(0, 0).holds(nothing, nothing));
    assert!(proof(0, 1).holds(nothing, something));
    assert!(!proof(0, 1).holds(something, something));
    assert!(!proof(2, 1).holds(something, something), "a tree does not shrink");
    assert!(!InclusionProof { index: 0, size: 0, hashes: Vec::new() }.holds(nothing, nothing));
}

#[test]
fn a_subtree_is_taken_only_where_it_stands_next() {
    let all = leaves(8);
    let mut tree = compact(&all[..2]);
    let node = |level, index| Node { level, index };
    for wrong in [node(0, 1), node(0, 3), node(1, 0), node(1, 2), node(2, 0), node(2, 1), node(63, 0)] {
        assert!(!tree.append_node(wrong, all[0]), "{wrong:?}");
    }
    assert!(tree.append_node(node(1, 1), node_hash(node(1, 1), &all)));
    assert!(tree.append_node(node(2, 1), node_hash(node(2, 1), &all)));
    assert_eq!((tree.size(), tree.root()), (8, root(&all)));
}

/// A tree of tiles, as a store keeps it.
#[derive(Default)]
struct Tiles(std::collections::BTreeMap<TilePlace, Vec<TreeHash>>);

impl Tiles {
    fn take(&mut self, growth: Growth) {
        for tile in growth.tiles {
            let before = self.0.insert(tile.place, tile.hashes.clone()).unwrap_or_default();
            assert!(tile.hashes.len() > before.len() && tile.hashes.starts_with(&before), "tiles only grow");
        }
    }

    fn edge(&self, size: u64) -> Option<Edge> {
        let tile = |place| Tile { place, hashes: self.0.get(&place).cloned().unwrap_or_default() };
        Edge::new(size, Edge::places(size).map(tile).collect())
    }

    fn root(&self, size: u64) -> TreeHash {
        let nodes: Vec<_> = cover(0..size)
            .map(|node| {
                let (place, hashes) = TilePlace::of(node);
                Tile::root(&self.0[&place][hashes])
            })
            .collect();
        root_over(nodes.into_iter())
    }
}

#[test]
fn tiles_give_every_root_however_the_tree_grew() {
    let all = leaves(70_000);
    let mut tiles = Tiles::default();
    let mut size = 0;
    for step in [1, 1, 253, 1, 1, 1000, 64_279, 0, 1, 300, 4_163] {
        let mut edge = tiles.edge(size as u64).unwrap();
        let growth = edge.grow(&all[size..size + step]);
        assert_eq!((growth.from, growth.to), (size as u64, (size + step) as u64));
        tiles.take(growth);
        size += step;
        assert_eq!(tiles.0.len() as u64, TilePlace::count(size as u64));
        assert_eq!(tiles.root(size as u64), compact(&all[..size]).root(), "{size}");
    }
    assert_eq!(size, all.len());
    assert_eq!(tiles.root(300), compact(&all[..300]).root(), "an older size");
    assert_eq!(tiles.0[&TilePlace { level: 1, index: 0 }].len(), TILE_WIDTH);
    assert_eq!(tiles.0[&TilePlace { level: 2, index: 0 }].len(), 1);
}

#[test]
fn an_edge_that_lacks_hashes_is_none() {
    let mut tiles = Tiles::default();
    tiles.take(Edge::default().grow(&leaves(300)));
    assert!(tiles.edge(300).is_some());
    assert!(tiles.edge(200).is_some(), "a tile that has grown since");
    assert!(tiles.edge(301).is_none());
    tiles.0.remove(&TilePlace { level: 1, index: 0 });
    assert!(tiles.edge(300).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn proofs_of_any_tree_are_the_rfcs_and_hold(size in 1_usize..1000, index: prop::sample::Index, from: prop::sample::Index) {
        let tree = leaves(size);
        let (index, from) = (index.index(size), from.index(size) + 1);
        let proof = inclusion(index, &tree);
        prop_assert_eq!(&proof.hashes, &path(index, &tree));
        prop_assert!(proof.holds(tree[index], compact(&tree).root()));
        let proof = consistency(from, &tree);
        prop_assert_eq!(&proof.hashes, &subproof(from, &tree, true));
        prop_assert!(proof.holds(compact(&tree[..from]).root(), compact(&tree).root()));
    }

    #[test]
    fn any_part_of_a_log_with_what_covers_its_gaps_gives_the_root(kept in prop::collection::vec(any::<bool>(), 1..400)) {
        let all = leaves(kept.len());
        let mut tree = CompactRange::default();
        while (tree.size() as usize) < all.len() {
            let at = tree.size() as usize;
            if kept[at] {
                tree.append(all[at]);
                continue;
            }
            let end = at + kept[at..].iter().take_while(|kept| !**kept).count();
            let nodes: Vec<_> = cover(at as u64..end as u64).collect();
            prop_assert!(nodes.len() <= 2 * 9);
            for node in nodes {
                prop_assert!(tree.append_node(node, node_hash(node, &all)));
            }
        }
        prop_assert_eq!(tree.root(), root(&all));
    }

    #[test]
    fn a_cover_has_each_leaf_once_and_in_order(start in 0_u64..u64::MAX / 2, width in 0_u64..1 << 40) {
        let mut reached = start;
        for node in cover(start..start + width) {
            prop_assert_eq!(node.index * node.width(), reached);
            reached += node.width();
        }
        prop_assert_eq!(reached, start + width);
    }
}
