/** A site of a test's own, built for real and served. */
import { dirname } from 'node:path'
import { expect } from '@playwright/test'
import { serve, type StaticServer } from '../../../scripts/bench/serve/static-server.ts'
import { buildSite, contentFolder } from '../site.ts'

/** @param name Of the folder it is built in. One that is in another is served by its name, as its `url` has to say: `/garden/`. */
export async function serveSite(name: string, files: Readonly<Record<string, string>>): Promise<StaticServer> {
  const { status, stderr, dist } = await buildSite(name, contentFolder(files))
  expect(status, stderr).toBe(0)
  return serve(name.includes('/') ? dirname(dist) : dist)
}
