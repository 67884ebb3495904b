#!/usr/bin/env node
import { launch } from '../scripts/bootstrap.mjs'

launch('src/main.ts', process.argv.slice(2), { full: false })
