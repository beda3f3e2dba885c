//! Subtitles of both kinds.
#![no_main]

use formats_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    read("a.vtt", &[b"WEBVTT\n\n00:01.000 --> 00:02.000\n", data].concat());
    read("a.srt", data);
});
