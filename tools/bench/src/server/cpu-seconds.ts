import fs from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/**
 * Processor seconds that a process and the children of another have used until now; NaN where the
 * system has no /proc.
 */
export function cpuSeconds(
  processes: { readonly pid: number } | { readonly parent: number },
): number {
  if (!fs.existsSync('/proc/self/stat')) return Number.NaN;
  if ('pid' in processes) return statOf(String(processes.pid))?.seconds ?? Number.NaN;
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? [])
    .filter((stat) => stat.parent === processes.parent)
    .reduce((sum, stat) => sum + stat.seconds, 0);
}

function statOf(pid: string): { readonly parent: number; readonly seconds: number } | undefined {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; the fields after it are plain.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    if (parent === undefined || user === undefined || system === undefined) return undefined;
    return { parent, seconds: (user + system) / TICKS_A_SECOND };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
