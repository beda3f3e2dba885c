//! One connection, its statements and its transactions: the only door to SQLite.

use crate::StoreError;
use rusqlite::{Connection, OptionalExtension, Params, Row};
use std::cell::Cell;

/// A connection. Statements are prepared once and kept.
pub(crate) struct Db {
    connection: Connection,
    writing: Cell<bool>,
}

impl Db {
    /// Wraps a connection that is set up already.
    pub(crate) fn new(connection: Connection) -> Db {
        connection.set_prepared_statement_cache_capacity(64);
        Db { connection, writing: Cell::new(false) }
    }

    /// The connection, for what only it can do: backups.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Runs statements that take no value and give none back.
    pub(crate) fn batch(&self, sql: &str) -> Result<(), StoreError> {
        self.connection.execute_batch(sql).map_err(|error| StoreError::from_sqlite(&error))
    }

    /// Runs one statement and says how many rows it changed.
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        let run = || self.connection.prepare_cached(sql)?.execute(params);
        run().map_err(|error| StoreError::from_sqlite(&error))
    }

    /// The first row that a query finds.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let run = || self.connection.prepare_cached(sql)?.query_row(params, read).optional();
        run().map_err(|error| StoreError::from_sqlite(&error))
    }

    /// The only row of a query that always has one, such as a count.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.first(sql, params, read)?.ok_or_else(|| StoreError::damaged(format!("no answer to `{sql}`")))
    }

    /// Every row that a query finds.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let run = || {
            self.connection
                .prepare_cached(sql)?
                .query_map(params, read)?
                .collect::<rusqlite::Result<Vec<T>>>()
        };
        run().map_err(|error| StoreError::from_sqlite(&error))
    }

    /// Does some work in one transaction: all of it is kept, or none where it fails.
    ///
    /// Work inside work joins the outer transaction.
    pub(crate) fn write<T>(&self, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.writing.replace(true) {
            return work();
        }
        let done = self.batch("BEGIN IMMEDIATE").and_then(|()| {
            let done = work()?;
            self.batch("COMMIT")?;
            Ok(done)
        });
        self.writing.set(false);
        if done.is_err() && !self.connection.is_autocommit() {
            // Where even this fails the transaction dies with the connection: the first error says why.
            _ = self.batch("ROLLBACK");
        }
        done
    }

    /// Reads several times from one and the same state of the file.
    pub(crate) fn read<T>(&self, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        if !self.connection.is_autocommit() {
            return work();
        }
        self.batch("BEGIN")?;
        let done = work();
        self.batch("ROLLBACK")?;
        done
    }
}
