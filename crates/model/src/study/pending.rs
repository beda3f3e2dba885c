#![allow(missing_docs)]
use crate::text::{Edit, Place, Turn};
use std::sync::Arc;
#[derive(Clone, Debug)]
pub struct RevisionGraph<K> {
    k: Vec<K>,
}
impl<K> Default for RevisionGraph<K> {
    fn default() -> Self {
        Self { k: Vec::new() }
    }
}
impl<K: Copy + Ord> RevisionGraph<K> {
    pub fn insert(&mut self, key: K, _parents: Vec<(K, Arc<Edit>)>) {
        self.k.push(key);
    }
    pub fn remove(&mut self, _key: K) {}
    pub fn keys(&self) -> impl Iterator<Item = K> + '_ {
        self.k.iter().copied()
    }
    pub fn place(&self, _from: K, _to: K, place: Place) -> Place {
        place
    }
    pub fn is_one_step_on(&self, _anchored: K, _before: K, _current: K) -> bool {
        false
    }
}
pub fn map_turns(turns: &[Turn], _edit: &Edit) -> Vec<Turn> {
    turns.to_vec()
}
