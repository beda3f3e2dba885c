//! What `formats_fuzz::exports` says.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| formats_fuzz::exports(data));
