//! Holds the scenarios, laws and rules; ships nothing.
