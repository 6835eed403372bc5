import type { ComponentChildren } from 'preact'

const icon = (children: ComponentChildren) => (
  <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
    {children}
  </svg>
)

export const IconBrush = () =>
  icon(
    <>
      <path d="M13.5 2.5 7 9" stroke-linecap="round" />
      <path
        d="M6.5 8.5c-1.5-.5-2.6.4-2.8 1.8-.1 1-.6 1.7-1.7 2.2 2.4.9 5.2.5 5.6-1.6.2-1-.3-2-1.1-2.4Z"
        fill="currentColor"
      />
    </>,
  )
export const IconRectangle = () => icon(<path d="M2.5 4.5h11v7h-11z" stroke-dasharray="2 1.5" />)
export const IconLasso = () =>
  icon(
    <path
      d="M4.5 10.5C2.8 9.7 2 8.600 2 7.300 2 4.900 4.700 3 8 3s6 1.900 6 4.300-2.700 4.200-6 4.200c-2 0-3.500.4-3.500 1.500 0 .8.9 1.100 2 1"
      stroke-linecap="round"
    />,
  )
export const IconAdd = () => icon(<path d="M8 3.500v9M3.500 8h9" stroke-linecap="round" />)
export const IconErase = () =>
  icon(<path d="m6.500 13-4-4 6-6 5 5-5 5h-2Zm-1-7 5 5M6.500 13h7" stroke-linejoin="round" />)
export const IconUndo = () =>
  icon(<path d="M5.500 3 2.500 6l3 3M3 6h6.500a3.500 3.500 0 0 1 0 7H6" stroke-linecap="round" />)
export const IconRedo = () =>
  icon(<path d="m10.500 3 3 3-3 3M13 6H6.500a3.500 3.500 0 0 0 0 7H10" stroke-linecap="round" />)
export const IconInvert = () =>
  icon(
    <>
      <circle cx="8" cy="8" r="5.500" />
      <path d="M8 2.500a5.500 5.500 0 0 1 0 11Z" fill="currentColor" />
    </>,
  )
export const IconLess = () => icon(<path d="M3.500 8h9" stroke-linecap="round" />)
export const IconFit = () =>
  icon(<path d="M2.500 5.500v-3h3M10.500 2.500h3v3M13.500 10.500v3h-3M5.500 13.500h-3v-3" stroke-linecap="round" />)
