//! The `ancrage` program.
fn main() {}
