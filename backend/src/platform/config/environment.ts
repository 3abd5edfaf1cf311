import { readFileSync } from 'node:fs';

/** A setting that is missing or wrong. Its message is the one line that the operator sees. */
export class SettingError extends Error {}

type Environment = Record<string, string | undefined>;

/** Reads and checks settings one by one. A secret may stand in a file named by `<NAME>_FILE`. */
export class EnvironmentReader {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string, fallback?: string): string {
    const value = this.#raw(name) ?? fallback;
    if (value === undefined) throw new SettingError(`${name} is not set.`);
    return value;
  }

  optional(name: string): string | undefined {
    return this.#raw(name);
  }

  whole(name: string, fallback: number, { min, max }: { min: number; max: number }): number {
    const text = this.#raw(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new SettingError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
    }
    return value;
  }

  flag(name: string, fallback: boolean): boolean {
    const text = this.#raw(name);
    if (text === undefined) return fallback;
    if (text !== 'true' && text !== 'false') throw new SettingError(`${name} must be true or false, not "${text}".`);
    return text === 'true';
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const text = this.#raw(name) ?? fallback;
    const found = allowed.find((value) => value === text);
    if (!found) throw new SettingError(`${name} must be one of ${allowed.join(', ')}, not "${text}".`);
    return found;
  }

  list(name: string): string[] {
    return (this.#raw(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  origin(name: string, fallback: string): string {
    return checkedOrigin(name, this.#raw(name) ?? fallback);
  }

  origins(name: string): string[] {
    return this.list(name).map((text) => checkedOrigin(name, text));
  }

  postgres(name: string): string {
    const text = this.text(name);
    if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
      throw new SettingError(`${name} must be a postgresql:// address.`);
    }
    return text;
  }

  redis(name: string): string | undefined {
    const text = this.optional(name);
    if (text !== undefined && (!/^rediss?:\/\//.test(text) || !URL.canParse(text))) {
      throw new SettingError(`${name} must be a redis:// address, or rediss:// for TLS.`);
    }
    return text;
  }

  /** Some of `allowed`, separated by commas; all of them where nothing is said. */
  some<const T extends string>(name: string, allowed: readonly T[]): ReadonlySet<T> {
    const given = this.list(name);
    const unknown = given.find((value) => !(allowed as readonly string[]).includes(value));
    if (unknown !== undefined) throw new SettingError(`${name} has "${unknown}", which is not one of ${allowed.join(', ')}.`);
    return new Set(given.length === 0 ? allowed : (given as T[]));
  }

  secret(name: string, minLength: number): string {
    const value = this.text(name);
    if (value.length < minLength) throw new SettingError(`${name} must have at least ${minLength} characters.`);
    return value;
  }

  /** One or more secrets, separated by commas. */
  secrets(name: string, minLength: number): string[] {
    const values = this.list(name);
    if (values.length === 0) throw new SettingError(`${name} is not set.`);
    if (values.some((value) => value.length < minLength)) throw new SettingError(`${name} must have at least ${minLength} characters in each key.`);
    return values;
  }

  #raw(name: string): string | undefined {
    const value = this.#environment[name]?.trim();
    if (value) return value;
    const file = this.#environment[`${name}_FILE`]?.trim();
    if (!file) return undefined;
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      throw new SettingError(`${name}_FILE names a file that cannot be read.`);
    }
  }
}

function checkedOrigin(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^(https?|wss?):$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new SettingError(`${name} must be an origin such as https://kontor.example, not "${text}".`);
  }
  return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin;
}
