//! What `formats_fuzz::pdf_pages` says.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| formats_fuzz::pdf_pages(data));
