//! What `formats_fuzz::txt` says.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| formats_fuzz::txt(data));
