// What `convert --report` writes: JSON, one file after the other, so that the report of a large corpus is never in
// memory.
import { loadReverse } from '../adapters/lexicon.ts';
import { type Conversion, type ConversionConfig, roundTripLosses, type SourceText } from '../core/index.ts';
import type { Host } from './host.ts';
import type { Say } from './messages.ts';
import { openNamed } from './outputs.ts';

export interface ConversionReport {
  add(source: SourceText, config: ConversionConfig, conversion: Conversion): Promise<void>;
  close(): void;
}

export function openConversionReport(host: Host, name: string, say: Say): ConversionReport {
  const out = openNamed(host, name, say);
  const write = (text: string): void => out.write(new TextEncoder().encode(text));
  let isFirst = true;
  write('[');
  return {
    async add(source, config, conversion) {
      const place = (offset: number): { line: number; column: number } => source.lines.locate(offset);
      const losses = roundTripLosses(conversion, await loadReverse(config));
      const entry = {
        filePath: source.id,
        conversion: config.id,
        changes: conversion.edits.count,
        ambiguities: conversion.ambiguities.map(a => ({ ...place(a.offset), ...a })),
        roundTrip: losses.map(({ start, end, ...loss }) => ({
          ...place(start),
          offset: start,
          endOffset: end,
          ...loss,
        })),
      };
      write(`${isFirst ? '\n' : ',\n'}${JSON.stringify(entry)}`);
      isFirst = false;
    },
    close() {
      write('\n]\n');
      out.close();
    },
  };
}
