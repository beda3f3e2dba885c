//! What the system tells of this process and of the machine; only where it tells it in files (Linux).

use super::report::Machine;

/// The memory of this process in bytes: what is resident now, and at most since it began.
pub(super) fn resident() -> Option<(u64, u64)> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    Some((kibibytes(&status, "VmRSS")? * 1024, kibibytes(&status, "VmHWM")? * 1024))
}

fn kibibytes(text: &str, name: &str) -> Option<u64> {
    let value = value(text, name)?;
    value.split_whitespace().next()?.parse().ok()
}

/// The value of a line such as `VmRSS:     5120 kB`.
fn value<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim_start().strip_prefix([':', '='])?.trim().trim_matches('"'))
}

/// The machine.
pub(super) fn machine() -> Machine {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let system = value(&read("/etc/os-release"), "PRETTY_NAME").map(str::to_owned);
    Machine {
        processor: value(&read("/proc/cpuinfo"), "model name").map(str::to_owned),
        processors: std::thread::available_parallelism().map_or(1, usize::from),
        memory_mib: kibibytes(&read("/proc/meminfo"), "MemTotal").map(|kibibytes| kibibytes / 1024),
        system: system.unwrap_or_else(|| std::env::consts::OS.to_owned()),
        debug_build: cfg!(debug_assertions),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_name() {
        let text = "Name:\tx\nVmHWM:\t    9216 kB\nVmRSS:\t    5120 kB\nPRETTY_NAME=\"Debian\"\nmodel name\t: EPYC\n";
        assert_eq!(kibibytes(text, "VmRSS"), Some(5120));
        assert_eq!(kibibytes(text, "VmHWM"), Some(9216));
        assert_eq!(kibibytes(text, "VmSwap"), None);
        assert_eq!(value(text, "PRETTY_NAME"), Some("Debian"));
        assert_eq!(value(text, "model name"), Some("EPYC"));
    }
}
