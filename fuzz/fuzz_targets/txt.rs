//! Any bytes, under a name that says nothing.
#![no_main]

use formats_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| read("a", data));
