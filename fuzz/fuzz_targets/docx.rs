//! What `formats_fuzz::docx` says.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| formats_fuzz::docx(data));
