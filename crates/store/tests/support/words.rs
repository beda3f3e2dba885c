//! Looks for words in every byte of a folder.

use flate2::read::ZlibDecoder;
use std::fs;
use std::io::Read;
use std::path::Path;

/// Where any of the words is, in the bytes of any file below a folder, compressed or not.
pub fn found(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { found.extend(words_in(&path, words)) }
        }
    }
    found
}

fn words_in(path: &Path, words: &[&str]) -> Vec<String> {
    let bytes = fs::read(path).unwrap();
    let mut layers = vec![bytes.clone()];
    // Wherever a compressed stream may begin: its first two bytes say so.
    for at in bytes.windows(2).enumerate().filter(|(_, pair)| pair == b"\x78\x9c").map(|(at, _)| at) {
        let mut plain = Vec::new();
        // Streams end, or break off where a page ends: what came out until then counts.
        _ = ZlibDecoder::new(&bytes[at..]).read_to_end(&mut plain);
        layers.push(plain);
    }
    let holds = |word: &&&str| {
        layers.iter().any(|layer| layer.windows(word.len()).any(|part| part == word.as_bytes()))
    };
    words.iter().filter(holds).map(|word| format!("{word} in {}", path.display())).collect()
}

/// Fails, naming the places, where any of the words is left.
pub fn assert_no_word(folder: &Path, words: &[&str]) {
    let left = found(folder, words);
    assert!(left.is_empty(), "{left:?}");
}
