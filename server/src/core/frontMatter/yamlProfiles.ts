// What other readers make of a plain scalar, computed by rule: js-yaml 3 (inside gray-matter), PyYAML and Psych (Ruby).
// The latter two stand for YAML 1.1. A reading is what the reader would print: text in quotation marks, all else bare.
// test/random/frontMatterOracle.test.ts holds the first against gray-matter itself.

export type Profile = (written: string) => string;

const text = (written: string): string => JSON.stringify(written);
const float = (n: number): string => (Number.isInteger(n) && Math.abs(n) < 1e16 ? `${n}.0` : String(n));

const NULL = /^(?:~|null|Null|NULL)?$/;
const TRUE_FALSE = /^(?:true|True|TRUE|false|False|FALSE)$/;
const YES_NO = /^(?:yes|Yes|YES|on|On|ON|(no|No|NO|off|Off|OFF))$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::\d{2})?))?$/;

/** js-yaml 3 with its default safe schema, as gray-matter 4 calls it. */
export const jsYaml3: Profile = written => {
  if (NULL.test(written)) return 'null';
  if (TRUE_FALSE.test(written)) return written.toLowerCase();
  const integer = jsInteger(written);
  if (integer !== undefined) return String(integer);
  if (
    !written.endsWith('_') &&
    /^(?:[-+]?(?:0|[1-9][\d_]*)(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|\.[\d_]+(?:[eE][-+]?\d+)?|[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/.test(
      written,
    )
  ) {
    const plain = written.replace(/_/g, '');
    return String(plain.includes(':') ? base60(plain) : Number.parseFloat(plain));
  }
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(written)) return written[0] === '-' ? '-Infinity' : 'Infinity';
  if (/^\.(?:nan|NaN|NAN)$/.test(written)) return 'NaN';
  return DATE.test(written) || TIMESTAMP.test(written) ? jsDate(written) : text(written);
};

function jsInteger(written: string): number | undefined {
  const sign = written[0] === '-' ? -1 : 1;
  const body = written.replace(/^[-+]/, '');
  if (body.endsWith('_') || !/^\d/.test(body)) return undefined;
  const digits = body.replace(/_/g, '');
  if (/^0b[01_]*[01]$/.test(body)) return sign * Number.parseInt(digits.slice(2), 2);
  if (/^0x[\da-fA-F_]*[\da-fA-F]$/.test(body)) return sign * Number.parseInt(digits, 16);
  if (/^0[0-7_]*$/.test(body)) return digits === '0' ? 0 : sign * Number.parseInt(digits, 8);
  if (/^[1-9][\d_]*$/.test(body)) return sign * Number(digits);
  return /^[1-9][\d_]*(?::[0-5]?\d)+$/.test(body) ? sign * base60(digits) : undefined;
}

// The date as the reader's Date object prints it in JSON.
function jsDate(written: string): string {
  const [, y, mo, d, h, mi, s, fraction, , sign, zh, zm] =
    /^(\d+)-(\d+)-(\d+)(?:[Tt\s]+(\d+):(\d+):(\d+)(?:\.(\d*))?(?:\s*(Z|([-+])(\d+)(?::(\d+))?))?)?$/.exec(
      written,
    )!;
  const ms = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const shift = sign ? (Number(zh) * 60 + Number(zm ?? 0)) * 60_000 * (sign === '-' ? -1 : 1) : 0;
  const at =
    Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h ?? 0), Number(mi ?? 0), Number(s ?? 0), ms) -
    shift;
  return new Date(at).toISOString();
}

function base60(written: string): number {
  const sign = written[0] === '-' ? -1 : 1;
  return (
    sign *
    written
      .replace(/^[-+]/, '')
      .split(':')
      .reduce((sum, part) => sum * 60 + Number.parseFloat(part), 0)
  );
}

/** PyYAML with its safe loader. */
export const pyYaml: Profile = written => {
  if (NULL.test(written)) return 'null';
  if (TRUE_FALSE.test(written)) return written.toLowerCase();
  const yesNo = YES_NO.exec(written);
  if (yesNo) return yesNo[1] ? 'false' : 'true';
  const sign = written[0] === '-' ? '-' : '';
  const body = written.replace(/^[-+]/, '');
  const digits = body.replace(/_/g, '');
  if (/^0b[01_]*[01][01_]*$/.test(body)) return signed(sign, digits);
  if (/^0x[\da-fA-F_]*[\da-fA-F][\da-fA-F_]*$/.test(body)) return signed(sign, digits);
  if (/^0[0-7_]+$/.test(body)) return signed(sign, `0o${digits.slice(1) || '0'}`);
  if (/^(?:0|[1-9][\d_]*)$/.test(body)) return signed(sign, digits);
  if (/^[1-9][\d_]*(?::[0-5]?\d)+$/.test(body)) return `${sign}${base60(digits)}`;
  if (
    /^[-+]?(?:\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$|^\.\d[\d_]*(?:[eE][-+]\d+)?$/.test(
      written,
    )
  )
    return float(digits.includes(':') ? base60(`${sign}${digits}`) : Number(`${sign}${digits}`));
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(written)) return `${sign}inf`;
  if (/^\.(?:nan|NaN|NAN)$/.test(written)) return 'nan';
  return DATE.test(written) || TIMESTAMP.test(written) ? written : text(written);
};

/** Psych, Ruby's reader. It allows commas in numbers and shifts two-part base 60 by one place. */
export const psych: Profile = written => {
  if (NULL.test(written)) return 'null';
  if (/^(?:yes|true|on)$/i.test(written)) return 'true';
  if (/^(?:no|false|off)$/i.test(written)) return 'false';
  if (/^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/.test(written) || TIMESTAMP.test(written))
    return written;
  const sign = written[0] === '-' ? '-' : '';
  const digits = written.replace(/^[-+]/, '').replace(/[,_]/g, '');
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}$/.test(written)) return String(psychBase60(written));
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}\.[\d_]*$/.test(written)) return float(psychBase60(written));
  if (/^[-+]?(?:\d[\d_,]*)?\.\d*(?:[eE][-+]\d+)?$/.test(written) && /\d/.test(written))
    return float(Number(`${sign}${digits}`));
  if (/^[-+]?0b[01_,]*[01][01_,]*$|^[-+]?0x[\da-fA-F_,]*[\da-fA-F][\da-fA-F_,]*$/.test(written))
    return signed(sign, digits);
  if (/^[-+]?0[_,]*[0-7][0-7_,]*$/.test(written)) return signed(sign, `0o${digits.slice(1)}`);
  if (/^[-+]?(?:0|[1-9](?:\d|[,_]\d)*)$/.test(written)) return signed(sign, digits);
  if (/^[-+]?\.inf$/i.test(written)) return `${sign}Infinity`;
  return /^\.nan$/i.test(written) ? 'NaN' : text(written);
};

const psychBase60 = (written: string): number =>
  written
    .replace(/_/g, '')
    .split(':')
    .reduce((sum, part, index) => sum + Number.parseFloat(part) * 60 ** Math.abs(index - 2), 0);

const signed = (sign: string, digits: string): string => {
  const value = BigInt(digits);
  return String(sign ? -value : value);
};

/** A value that a reader returned, as a reading. */
export function showValue(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (typeof value === 'string') return text(value);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value).slice(0, 60);
  return String(value);
}

/** True when a reading says what was typed: nobody who looks at the data would notice a difference. */
export function isFaithful(written: string, reading: string, isText: boolean): boolean {
  if (reading === text(written)) return true;
  if (reading === 'null') return NULL.test(written);
  if (reading === 'true' || reading === 'false') return written.toLowerCase() === reading;
  if (/^-?(?:Infinity|inf)$|^nan$/i.test(reading)) return /^[-+]?\.(?:inf|nan)$/i.test(written);
  if (/^\d{4}-\d/.test(reading)) return !isText;
  if (reading === written || written === '-0') return true;
  if (isText || /^[-+]?\d+$/.test(written)) return false;
  // An ordinary decimal fraction loses at most zeros at its end; 1.5e+3 was meant as a number.
  return (
    /^-?(?:(?:0|[1-9]\d*)?\.\d*|\d+\.\d*[eE][-+]?\d+)$/.test(written) && Number(reading) === Number(written)
  );
}
