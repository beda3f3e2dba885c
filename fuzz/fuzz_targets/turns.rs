//! Who speaks: each byte of the input is a bit of a transcript, so that labels come back.
#![no_main]

use formats_fuzz::read;
use libfuzzer_sys::fuzz_target;

const BITS: [&str; 48] = [
    "VL : ", "EMG 1 : ", "EMG1: ", "EMG 1\n", "EMG 2\t", "Enquêtrice – ", "Enquêtrice : ", "Claire :\n", "**Paul :** ",
    "Question : ", "Le médecin : ", "Tous : ", "EMG 1 et EMG 2 : ", "Entretien 1\n", "Entretien 2\n", "Date : 06/03/2023",
    "Durée : 55 min – Lieu : MSP\n", "VL : enquêtrice\n", "\n", "\n\n", "\r\n", "\t", " ", "\u{A0}", "oui ", "non ? ",
    "voilà. ", "(rires) ", "[…] ", "*** ", "« ", " »", "– ", "\n- ", ": ", "[00:12:34] ", "(00:13)", "00:14 ", "#00:00:15-5#",
    "14:30 ", "e\u{301}", "\u{AD}", "🙂", "1. ", "12 ", "Résultat : ", "http://a.b : ", "Mme d’Arcy : ",
];

fuzz_target!(|data: &[u8]| {
    let text: String = data.iter().map(|byte| BITS[usize::from(*byte) % BITS.len()]).collect();
    read("EMG 1.txt", text.as_bytes());
});
