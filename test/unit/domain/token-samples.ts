/** Prompts in many languages and some that are hardly language, to hold estimates against. */
export const PROMPTS: readonly { name: string; language: 'English' | 'other'; text: string }[] = [
  {
    name: 'lamp',
    language: 'English',
    text: 'matte black desk lamp on walnut, warm morning light, space on the left for a headline',
  },
  {
    name: 'structured',
    language: 'English',
    text: 'Use: website hero image, 1440 by 900\nScene: a quiet Scandinavian kitchen in early morning, pale oak cabinets and a linen curtain moving in the breeze\nSubject: a ceramic pour-over coffee set with steam rising, placed on the right third of the counter\nComposition: wide shot, eye level, shallow depth of field, generous negative space on the left for a headline\nLight: soft window light from the left, long shadows, warm highlights around 3200 K\nStyle: editorial product photography, natural grain, muted palette of sage, sand and charcoal\nText: "Slow mornings, better coffee" exactly once, spelled exactly like this\nText rule: no other text anywhere\nReference 1: the subject; keep its shape and colours\nKeep: the handle on the right, the logo untouched\nAvoid: people, watermarks, clutter, extra cups',
  },
  {
    name: 'prose',
    language: 'English',
    text: "I would like a picture of an elderly fisherman mending a green net on a wooden pier while two children watch him from a small boat. The sea behind them should be calm and slightly foggy, with a lighthouse barely visible near the horizon. It is just before sunrise, so the sky is a pale mixture of pink and grey, and the lamps along the pier are still burning. Please don't show any modern buildings, and make sure that there's enough empty space at the top for the magazine's name. The mood is peaceful, a little nostalgic, but not sad.",
  },
  {
    name: 'rare',
    language: 'English',
    text: 'Art nouveau apothecary label: bergamot, vetiver, sandalwood and oakmoss botanicals engraved in verdigris and vermilion, filigree cartouche, guilloche borders, embossed foil, chiaroscuro vignette, letterpress debossing, cyanotype wash, wabi-sabi kintsugi crockery, isometric axonometric cutaway, tessellated terrazzo, bokeh, anamorphic flare, Kodak Portra 400, Hasselblad 80mm f/2.8',
  },
  {
    name: 'german',
    language: 'other',
    text: 'Ein ruhiges Bild einer Berghütte im Winter bei Sonnenaufgang. Schneebedeckte Tannen, warmes Licht aus den Fenstern, Rauch aus dem Schornstein. Der Himmel geht von Dunkelblau in zartes Orange über. Links bleibt viel Platz für die Überschrift. Bitte keine Personen, keine Fahrzeuge und keine Wasserzeichen. Hochwertige Produktfotografie, geringe Schärfentiefe, natürliche Farben, Straßenbeleuchtung, Geschwindigkeitsbegrenzung, Lebensmittelverpackung.',
  },
  {
    name: 'german2',
    language: 'other',
    text: 'Schreibtischlampe aus gebürstetem Messing, Nussbaumtischplatte, Morgensonne, Weitwinkelaufnahme',
  },
  {
    name: 'french',
    language: 'other',
    text: "Une terrasse de café parisien sous la pluie, reflets dorés sur les pavés mouillés, parapluies colorés, ambiance cinématographique. L'arrière-plan est flou et l'éclairage chaleureux; laissez de l'espace à gauche pour le titre « Bientôt l'été ».",
  },
  {
    name: 'spanish',
    language: 'other',
    text: 'Un mercado de flores al amanecer con puestos llenos de girasoles y lavanda; una vendedora mayor sonríe mientras envuelve un ramo. Colores cálidos, luz suave y fondo desenfocado, sin texto ni marcas de agua.',
  },
  {
    name: 'polish',
    language: 'other',
    text: 'Zaśnieżone górskie schronisko o świcie, ciepłe światło w oknach, dym z komina, ośnieżone świerki i różowe niebo. Proszę zostawić miejsce na nagłówek po lewej stronie.',
  },
  {
    name: 'turkish',
    language: 'other',
    text: 'Gün doğumunda sisli bir göl kıyısında ahşap iskele, uzakta dağlar, yumuşak ışık ve sıcak renkler. Başlık için solda boşluk bırakın.',
  },
  {
    name: 'vietnamese',
    language: 'other',
    text: 'Một quán cà phê nhỏ ven đường ở Hà Nội vào buổi sáng sớm, ánh nắng ấm áp, ghế nhựa thấp và những chiếc xe máy cũ.',
  },
  {
    name: 'chinese',
    language: 'other',
    text: '清晨的江南水乡，白墙黛瓦，薄雾笼罩着小桥流水，远处有一艘乌篷船缓缓驶过。画面左侧留出标题空间，风格为写实摄影，光线柔和，色调清淡。',
  },
  {
    name: 'traditional',
    language: 'other',
    text: '夕陽下的台北街頭，霓虹招牌閃爍，撐著雨傘的行人匆匆走過，濕潤的地面映出燈光，電影感構圖。',
  },
  {
    name: 'japanese',
    language: 'other',
    text: '夕暮れの京都の路地、提灯の柔らかな明かり、石畳に映る雨のしずく。着物姿の女性が傘をさして歩いている。左側に見出しのための余白を残してください。',
  },
  {
    name: 'korean',
    language: 'other',
    text: '비 오는 서울 골목의 작은 카페, 따뜻한 조명이 창문으로 새어 나오고 젖은 바닥에 네온사인이 비친다. 왼쪽에는 제목을 넣을 여백을 남겨 주세요.',
  },
  {
    name: 'russian',
    language: 'other',
    text: 'Уютная деревянная изба в заснеженном лесу на рассвете, тёплый свет из окон, дым из трубы. Слева оставьте свободное место для заголовка, без людей и водяных знаков.',
  },
  {
    name: 'greek',
    language: 'other',
    text: 'Ένα ήσυχο λιμάνι στο Αιγαίο το πρωί, λευκά σπίτια με μπλε παράθυρα και μικρές ψαρόβαρκες.',
  },
  {
    name: 'arabic',
    language: 'other',
    text: 'سوق قديم في مراكش عند الغروب، فوانيس نحاسية معلقة وضوء دافئ على الجدران الطينية، مع مساحة فارغة على اليسار للعنوان.',
  },
  {
    name: 'hebrew',
    language: 'other',
    text: 'שוק צבעוני בתל אביב בשעת בוקר מוקדמת, דוכני פירות ותבלינים, אור רך וצללים ארוכים.',
  },
  {
    name: 'hindi',
    language: 'other',
    text: 'वाराणसी के घाट पर सूर्योदय, नावें और दीये, सुनहरी रोशनी और हल्का कोहरा। बाईं ओर शीर्षक के लिए जगह छोड़ें।',
  },
  { name: 'thai', language: 'other', text: 'ตลาดน้ำยามเช้า เรือไม้เต็มไปด้วยผลไม้และดอกไม้ แสงแดดอ่อนๆ สะท้อนผิวน้ำ' },
  {
    name: 'tamil',
    language: 'other',
    text: 'காலையில் கடற்கரையில் மீனவர்கள் வலைகளை இழுக்கிறார்கள், சூரிய ஒளி அலைகளில் பிரகாசிக்கிறது.',
  },
  {
    name: 'emoji',
    language: 'other',
    text: '🎉✨ Birthday card with 🎂🎈 and a 👨‍👩‍👧‍👦 family under a 🌈, cute kawaii style 🐶🐱🦄, ❤️‍🔥 hearts 🇩🇪🇫🇷 👍🏽',
  },
  { name: 'emojionly', language: 'other', text: '🚀🌕🧑🏿‍🚀🛸👽🪐☄️' },
  {
    name: 'code',
    language: 'other',
    text: ".hero {\n  background: linear-gradient(135deg, #1e3a8a 0%, #f59e0b 100%);\n  width: 1440px;\n}\nconst size = planSize({ frame: { width: 1440, height: 900 }, target: { kind: 'scale', scale: 2 } });\nfor (let i = 0; i < 10; i++) { console.log(row(i, size)) }",
  },
  {
    name: 'json',
    language: 'other',
    text: '{"use":"hero","scene":{"place":"kitchen","time":"06:30"},"palette":["#0f172a","#e2e8f0","#38bdf8"],"count":2,"keep":["logo_primary.svg","IMG_20260102_093011.jpg"]}',
  },
  {
    name: 'numbers',
    language: 'other',
    text: '1440x900 1920x1080 3840x2160 12345678901234567890 3.14159265 2026-11-20 #ff00aa #00FFAA 50% 24-70mm f/1.4 ISO 6400',
  },
  {
    name: 'caps',
    language: 'other',
    text: 'BLACK FRIDAY SALE – UP TO 50% OFF EVERYTHING! SHOP NOW. LIMITED EDITION SNEAKERS, FREE WORLDWIDE SHIPPING ON ORDERS OVER $75.',
  },
  {
    name: 'camel',
    language: 'other',
    text: 'HeroBannerDesktopV2 ProductCardGrid_final-FINAL checkoutModalOverlay NavBarDarkTheme useReducedMotion backgroundImageUrl',
  },
  {
    name: 'url',
    language: 'other',
    text: 'https://www.example.com/assets/images/hero@2x.png?utm_source=newsletter&utm_campaign=black-friday-2026#section-4',
  },
  {
    name: 'names',
    language: 'other',
    text: 'Portrait in the manner of Zdzisław Beksiński and Hiroshi Yoshida for Müller & Söhne GmbH, Køge, São Paulo; typeset in Söhne Breit and Untitled Sans',
  },
  { name: 'spaces', language: 'other', text: 'a   wide    gap\n\n\n\t\tand\ttabs   \n   trailing   ' },
  {
    name: 'gibberish',
    language: 'other',
    text: 'asdkjh qwpoeiru zxmcnvb lkjhgfdsa qpwoeirutyalskdjfhg xkcdwq ghhhjjkkll tyuiopasdf',
  },
  {
    name: 'base64',
    language: 'other',
    text: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  },
  {
    name: 'dashes',
    language: 'other',
    text: '------------------------------------------------ ======== ******** ........ !!!!!!!! ~~~~~~~~',
  },
  { name: 'math', language: 'other', text: '∑ x² ≤ √(α·β) ± ∞ → ∂f/∂x ≠ 0 ∈ ℝ ⟨ψ|φ⟩' },
  {
    name: 'english poster',
    language: 'English',
    text: 'Concert poster for a jazz quartet: a saxophone player in silhouette against a huge orange moon, the skyline of a city below, bold flat shapes, grainy screen-print texture, three inks only. Leave the lower third empty for the date and the venue.',
  },
  {
    name: 'english app',
    language: 'English',
    text: 'Empty state illustration for a finance app. A small friendly robot sits on a stack of coins and looks at a plant growing out of a piggy bank. Rounded shapes, thin outlines, soft blue and mint palette, plain white background, no text.',
  },
  {
    name: 'english edit',
    language: 'English',
    text: 'Replace the background with a sunlit marble kitchen counter but keep the bottle, its label and its shadow exactly as they are. Match the direction of the light. Do not crop the cap.',
  },
  {
    name: 'english fashion',
    language: 'English',
    text: 'Full-length editorial fashion photograph of a woman in an oversized camel coat crossing a wet street at dusk, motion blur on passing taxis, reflections of neon signs, shot on 35mm film with a slight green tint, plenty of room above her head for the masthead.',
  },
  {
    name: 'italian',
    language: 'other',
    text: 'Una piazza toscana al tramonto, tavolini di un ristorante con tovaglie bianche, lampadine appese e colline sullo sfondo. Lasciare spazio libero a sinistra per il titolo.',
  },
  {
    name: 'dutch',
    language: 'other',
    text: 'Een rustige gracht in Amsterdam op een mistige herfstochtend, fietsen tegen de brugleuning, warme lichtjes in de ramen en veel lege ruimte boven voor de kop.',
  },
  {
    name: 'czech',
    language: 'other',
    text: 'Útulná kavárna v Praze za deštivého podzimního odpoledne, teplé světlo lamp, dřevěné stoly a výhled na mokrou dlažbu.',
  },
  {
    name: 'german product',
    language: 'other',
    text: 'Freigestellte Aufnahme einer Edelstahl-Trinkflasche auf hellgrauem Hintergrund, weicher Schatten, Wassertropfen auf der Oberfläche, Platz für die Produktbeschreibung rechts.',
  },
  {
    name: 'chinese poster',
    language: 'other',
    text: '中秋节海报：一轮明月高悬夜空，桂花树下有玉兔和灯笼，金色与深蓝配色，顶部留白放置文字“团圆”。',
  },
  {
    name: 'ukrainian',
    language: 'other',
    text: 'Соняшникове поле під вечірнім небом, стара дерев’яна хата на горизонті, тепле світло і довгі тіні, зліва місце для заголовка.',
  },
]
