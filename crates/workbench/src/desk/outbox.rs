//! The way back to the window, and long work beside the store's thread: what fails there is told, and nothing waits
//! for it for ever.

use super::Event;
use i18n::Lang;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

/// Where events go.
#[derive(Clone)]
pub(super) struct Outbox {
    pub sender: Sender<Event>,
    pub wake: Arc<dyn Fn() + Send + Sync>,
}

impl Outbox {
    pub fn send(&self, event: Event) {
        // Nobody listens any more once the window is gone; what was asked is still carried out.
        drop(self.sender.send(event));
        (self.wake)();
    }

    /// Carries work out on a thread of its own. Where it ends by a fault, that is told and the work is over: the
    /// study's own thread knows nothing of it.
    pub fn spawn(&self, lang: Lang, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
        let out = self.clone();
        let guarded = move || {
            if catch_unwind(AssertUnwindSafe(work)).is_err() {
                out.send(Event::Refused(i18n::crash_job(lang).to_owned()));
                out.send(Event::Idle);
            }
        };
        thread::Builder::new().name("ancrage-work".to_owned()).spawn(guarded).map(drop)
    }
}

#[cfg(test)]
#[allow(clippy::panic, clippy::unwrap_used)] // the fault is what is tested
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn work_that_fails_is_told_and_is_over() {
        let (sender, events) = mpsc::channel();
        let out = Outbox { sender, wake: Arc::new(|| {}) };
        out.spawn(Lang::Fr, || panic!("a fault that is wanted here")).unwrap();
        let first = events.recv().unwrap();
        assert!(matches!(first, Event::Refused(sentence) if sentence == i18n::crash_job(Lang::Fr)));
        assert!(matches!(events.recv().unwrap(), Event::Idle));
        let done = out.clone();
        out.spawn(Lang::Fr, move || done.send(Event::Told("fait".to_owned()))).unwrap();
        assert!(matches!(events.recv().unwrap(), Event::Told(_)));
    }
}
