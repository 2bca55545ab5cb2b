#!/usr/bin/env node
import { main } from './main.ts';
import { nodeHost } from './nodeHost.ts';

process.exitCode = await main(process.argv.slice(2), nodeHost());
