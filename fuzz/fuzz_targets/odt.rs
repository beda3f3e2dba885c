//! What `formats_fuzz::odt` says.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| formats_fuzz::odt(data));
