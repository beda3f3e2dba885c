//! A fuzzer without a compiler's help, for machines that cannot build the other targets: takes the files of a
//! corpus, changes them, reads what comes of it and checks that. Prints the seed of each round; a round that
//! stops can be run again by its seed.
//!
//! `mutate TARGET FOLDER SECONDS [SEED]`

use std::time::{Duration, Instant};

/// What the targets of the same names do with an input.
fn target(name: &str) -> Option<fn(&[u8])> {
    Some(match name {
        "docx" => formats_fuzz::docx,
        "exports" => formats_fuzz::exports,
        "odt" => formats_fuzz::odt,
        "rtf" => formats_fuzz::rtf,
        "txt" => formats_fuzz::txt,
        "subtitles" => formats_fuzz::subtitles,
        "pdf_pages" => formats_fuzz::pdf_pages,
        "turns" => formats_fuzz::turns,
        _ => return None,
    })
}

/// Marsaglia's xorshift with 64 bits.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Changes an input in a few places: bytes, pieces taken out, pieces of other inputs put in or doubled.
fn changed(inputs: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    const WORDS: [&str; 32] = [
        "VL : ",
        "EMG 1 : ",
        "\n",
        "\u{301}",
        "\u{AD}",
        "\u{FEFF}",
        "🙂",
        "[00:12:34] ",
        "<w:p>",
        "</w:r>",
        "<w:del>",
        "\\'e9",
        "{\\b ",
        "&#x0;",
        "<v A>",
        "Entretien 2\n",
        ";",
        "\t",
        "\"",
        "\"\"",
        "0:05;",
        "Locuteur;Texte\n",
        "{\"text\":\"",
        "\"speaker\":\"A\",",
        "<script/>",
        "</td>",
        "<![CDATA[",
        "<c r=\"XFD1048576\">",
        " table:number-columns-repeated='9999999'",
        "PARENT_REF=\"a\"",
        "--b\n",
        "¤<12",
    ];
    let mut input = inputs[dice.next(inputs.len())].clone();
    let start = dice.next(input.len());
    let kept = 1 + dice.next(4000);
    input = if dice.next(2) == 0 {
        input[..input.len().min(kept)].to_vec()
    } else {
        input[start..input.len().min(start + kept)].to_vec()
    };
    for _ in 0..1 + dice.next(8) {
        let at = dice.next(input.len() + 1);
        let end = (at + 1 + dice.next(40)).min(input.len());
        match dice.next(5) {
            0 if at < input.len() => input[at] = dice.next(256) as u8,
            1 => drop(input.drain(at.min(end)..end)),
            2 => {
                let other = &inputs[dice.next(inputs.len())];
                let from = dice.next(other.len());
                let to = (from + 1 + dice.next(60)).min(other.len());
                input.splice(at..at, other[from..to].iter().copied());
            }
            3 => {
                let doubled = input[at.min(end)..end].to_vec();
                input.splice(at..at, doubled);
            }
            _ => {
                let word = WORDS[dice.next(WORDS.len())].bytes();
                input.splice(at..at, word);
            }
        }
    }
    input
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, folder, seconds, seed @ ..] = arguments.as_slice() else {
        return Err("mutate TARGET FOLDER SECONDS [SEED]".into());
    };
    let run = target(name).ok_or("no such target")?;
    let mut inputs = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        inputs.push(std::fs::read(entry?.path())?);
    }
    inputs.retain(|input| !input.is_empty());
    let first: u64 = seed.first().map_or(Ok(1), |seed| seed.parse())?;
    let (begun, limit) = (Instant::now(), Duration::from_secs(seconds.parse()?));
    let mut rounds = 0u64;
    while begun.elapsed() < limit {
        let seed = first + rounds;
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let input = changed(&inputs, &mut dice);
        if std::panic::catch_unwind(|| run(&input)).is_err() {
            std::fs::write(format!("{name}-{seed}"), &input)?;
            return Err(format!("round {seed}: kept as {name}-{seed}").into());
        }
        rounds += 1;
    }
    println!("{name}: {rounds} rounds from seed {first}");
    Ok(())
}
