//! What `formats_fuzz::subtitles` says.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| formats_fuzz::subtitles(data));
