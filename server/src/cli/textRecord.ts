// A line of JSON → a text to lint and its id.
import type { RecordLine } from './recordReader.ts';
import { fieldOf, fieldPath, type JsonObject, numberAsWritten } from './records.ts';

/** Bytes; a longer record is rejected. */
export const LONGEST_RECORD = 64 * 1024 * 1024;

export interface TextRecord {
  /** As it came. */
  readonly json: string;
  readonly record: JsonObject;
  readonly text: string;
  /** As it is written; `line N` where there is none. */
  readonly id: string;
}

export interface RecordFields {
  readonly textField: string;
  readonly idField: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The record, a reason why it is none, or undefined for a blank line. Reasons are data: they have no language. */
export function readRecord(
  { bytes, number, isCut }: RecordLine,
  { textField, idField }: RecordFields,
): TextRecord | string | undefined {
  if (isCut) return `longer than ${LONGEST_RECORD} bytes`;
  let json: string;
  try {
    json = utf8.decode(bytes);
  } catch {
    return 'not valid UTF-8';
  }
  if (json.trim() === '') return undefined;
  let record: unknown;
  try {
    record = JSON.parse(json);
  } catch {
    return 'not valid JSON';
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return 'not an object';
  const text = fieldOf(record as JsonObject, textField);
  if (typeof text !== 'string')
    return text === undefined ? `no field "${textField}"` : `field "${textField}" is no string`;
  const fields = record as JsonObject;
  return { json, record: fields, text, id: idOf(fields, idField, json) ?? `line ${number}` };
}

function idOf(record: JsonObject, field: string, json: string): string | undefined {
  const id = fieldOf(record, field);
  if (typeof id === 'string') return id;
  if (typeof id !== 'number') return undefined;
  return Number.isSafeInteger(id) ? String(id) : numberAsWritten(json, fieldPath(record, field));
}
