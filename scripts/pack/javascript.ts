/** Turns the modules of the project into JavaScript: Node strips no types from modules that are installed. */
import ts from 'typescript'

/**
 * Matches a text in code that is the path of a module, such as `'../corpus/address.ts'`. The name of a file alone, such as
 * that of the configuration of a site, is none.
 */
const MODULE_PATH = /(['"`])([\w.${}-]*\/[\w.${}/-]+)\.ts\1/g

/**
 * Names modules in code by what they are called in the package, where they end in `.js`.
 *
 * @example withPackagedNames("new URL('./read-worker.ts', import.meta.url)")
 *   // "new URL('./read-worker.js', import.meta.url)"
 */
export const withPackagedNames = (code: string): string => code.replace(MODULE_PATH, '$1$2.js$1')

/** Takes the types and the comments out of a module. Nothing else of it changes, and no newer syntax is rewritten. */
export const toJavaScript = (code: string): string =>
  withPackagedNames(
    ts.transpileModule(code, {
      compilerOptions: {
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        removeComments: true,
      },
    }).outputText,
  )

/** Returns the types of what a module exports, as its declarations. They may name only modules that have some too. */
export const declarationsOf = (code: string): string =>
  withPackagedNames(
    ts.transpileDeclaration(code, { compilerOptions: { target: ts.ScriptTarget.ESNext, isolatedDeclarations: true } })
      .outputText,
  )
