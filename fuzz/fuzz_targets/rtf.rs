//! Rich texts: the input follows the beginning that tells what the file is.
#![no_main]

use formats_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| read("a.rtf", &[b"{\\rtf1", data].concat()));
