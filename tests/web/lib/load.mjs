// All journeys, in the order of their files' names.
import fs from 'node:fs';

const kFolder = new URL('../journeys/', import.meta.url);

export async function loadJourneys() {
  const files = fs.readdirSync(kFolder).filter((name) => name.endsWith('.mjs')).sort();
  const modules = await Promise.all(files.map((name) => import(new URL(name, kFolder))));
  return modules.flatMap((module) => module.journeys ?? []);
}
