//! What `formats_fuzz::rtf` says.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| formats_fuzz::rtf(data));
