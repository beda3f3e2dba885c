//! The director's desk: what is looked at, what has changed since, and what comes back.

pub mod replies;
