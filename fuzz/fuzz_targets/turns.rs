//! What `formats_fuzz::turns` says.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| formats_fuzz::turns(data));
