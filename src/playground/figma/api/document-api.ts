import { fail } from '../figma-error.ts'
import type { NodeRegistry } from '../node-access.ts'
import type { Session } from '../session.ts'
import type { FigmaApi } from '../simulated-figma.ts'

type DocumentApi = Pick<
  FigmaApi,
  | 'root'
  | 'currentPage'
  | 'setCurrentPageAsync'
  | 'loadAllPagesAsync'
  | 'getNodeById'
  | 'getNodeByIdAsync'
  | 'commitUndo'
  | 'triggerUndo'
  | 'saveVersionHistoryAsync'
  | 'getLocalPaintStyles'
  | 'getLocalPaintStylesAsync'
  | 'loadFontAsync'
  | 'listAvailableFontsAsync'
>

const fontStyles = ['Regular', 'Medium', 'Semi Bold', 'Bold']
const fonts: readonly Font[] = fontStyles.map((style) => ({ fontName: { family: 'Inter', style } }))

const dynamicPage = (member: string, instead: string): never =>
  fail(member, `Cannot call with documentAccess: dynamic-page. Use figma.${instead} instead`)

/** Pages, lookups, history, fonts. */
export function documentApi(session: Session, nodes: NodeRegistry): DocumentApi {
  const { file } = session
  return {
    root: nodes.wrap<DocumentNode>(file.store.rootId),
    get currentPage() {
      return nodes.wrap<PageNode>(file.currentPageId)
    },
    set currentPage(_page) {
      dynamicPage('set_currentPage', 'setCurrentPageAsync()')
    },
    async setCurrentPageAsync(page) {
      const id = nodes.idOf(page) ?? fail('setCurrentPageAsync', 'Expected a page')
      if (session.node(id, 'setCurrentPageAsync').type !== 'PAGE') fail('setCurrentPageAsync', 'Expected a page')
      await file.latency()
      file.showPage(id)
    },
    async loadAllPagesAsync() {
      await file.latency()
      session.allPagesLoaded = true
    },
    getNodeById: () => dynamicPage('getNodeById', 'getNodeByIdAsync()'),
    async getNodeByIdAsync(id) {
      if (typeof id !== 'string') {
        return fail('getNodeByIdAsync', `Expected "id" to have type string but got ${typeof id} instead`)
      }
      await file.latency()
      session.reading('getNodeByIdAsync')
      if (!file.store.node(id)) return null
      const page = file.pageOf(id)
      if (page !== null && page !== id) session.loadedPages.add(page)
      return nodes.wrap<BaseNode>(id)
    },
    commitUndo: () => file.history.commit(),
    triggerUndo() {
      file.history.undo()
    },
    async saveVersionHistoryAsync(title) {
      await file.latency()
      file.emit({ type: 'versionSaved', title })
      return { id: `version-${title}` }
    },
    getLocalPaintStyles: () => dynamicPage('getLocalPaintStyles', 'getLocalPaintStylesAsync()'),
    async getLocalPaintStylesAsync() {
      await file.latency()
      return []
    },
    async loadFontAsync(font) {
      await file.latency()
      const style = 'style' in font ? font.style : 'Regular'
      const known = fonts.some(({ fontName }) => fontName.family === font.family && fontName.style === style)
      if (!known) fail('loadFontAsync', `The font "${font.family} ${style}" could not be loaded`)
      session.loadedFonts.add(`${font.family} ${style}`)
    },
    async listAvailableFontsAsync() {
      await file.latency()
      return [...fonts]
    },
  }
}
