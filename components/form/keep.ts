/** Keeps what was typed into a form in the tab's own storage, so that a reload or an ended session loses nothing. */

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** By control name: the values that are typed, ticked or chosen. */
export type Kept = Readonly<Record<string, readonly string[]>>;

const prefix = "form:";
/** Fields of the machinery; a kept one would send an old version or request again. */
const own = new Set(["requestId", "version"]);

function isControl(element: Element): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

/** May this control be kept? Never passwords, files, hidden fields, and fields marked as sensitive. */
function keepable(control: Control): boolean {
  if (control.name === "" || control.name.startsWith("$") || own.has(control.name)) return false;
  if (control.dataset["sensitive"] !== undefined || control.closest("[data-sensitive]") !== null) return false;
  return !["password", "file", "hidden", "submit", "button"].includes(control.type);
}

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter((element) => isControl(element)).filter(keepable);
}

const ticks = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** What stands in the form now. */
export function readForm(form: HTMLFormElement): Kept {
  const kept: Record<string, string[]> = {};
  for (const control of controlsOf(form)) {
    const values = (kept[control.name] ??= []);
    if (!ticks(control) || control.checked) values.push(control.value);
  }
  return kept;
}

/** Puts values back and tells scripts that they changed. Returns whether anything differed. */
export function fillForm(form: HTMLFormElement, kept: Kept): boolean {
  let changed = false;
  const place = new Map<string, number>();
  for (const control of controlsOf(form)) {
    const values = kept[control.name];
    if (!values) continue;
    if (ticks(control)) {
      if (control.checked === values.includes(control.value)) continue;
      control.click();
      changed = true;
      continue;
    }
    const index = place.get(control.name) ?? 0;
    place.set(control.name, index + 1);
    const value = values[index];
    if (value === undefined || value === control.value) continue;
    setValue(control, value);
    changed = true;
  }
  return changed;
}

/** Sets a value past React's own bookkeeping, so that controlled fields hear of it too. */
function setValue(control: Control, value: string): void {
  const prototype: unknown = Object.getPrototypeOf(control);
  const setter = typeof prototype === "object" && prototype !== null ? Object.getOwnPropertyDescriptor(prototype, "value")?.set : undefined;
  setter?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Stores; a full or forbidden storage only means that nothing is kept. */
export function keep(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(kept));
  } catch {
    // Keeping is a comfort: the form works without it.
  }
}

/** What was kept, or null. Anything of another shape counts as nothing. */
export function recall(key: string): Kept | null {
  try {
    const text = sessionStorage.getItem(prefix + key);
    return text === null ? null : parseKept(text);
  } catch {
    return null;
  }
}

/** Reads the stored text back; null when it is not what `keep` wrote. */
export function parseKept(text: string): Kept | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) return null;
  const entries: [string, readonly string[]][] = [];
  for (const [name, values] of Object.entries(data)) {
    if (!Array.isArray(values)) return null;
    entries.push([name, values.filter((value): value is string => typeof value === "string")]);
  }
  return Object.fromEntries(entries);
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept then.
  }
}
