import type { Cover } from '../catalog/index.ts';

/** A demo product: words in both languages, price in yuan, and what the merchant is owed of it. */
export interface DemoGood {
  readonly reference: string;
  readonly merchant: number;
  readonly category: string;
  readonly cover: Cover['category'];
  readonly title: string;
  readonly titleEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  /** Variants: words in both languages and the price in yuan. */
  readonly variants: readonly (readonly [title: string, titleEn: string, yuan: number])[];
  /** The merchant's share of the price in percent. */
  readonly supplyPercent: number;
}

export const DEMO_MERCHANTS = [
  { name: '山前茶铺', nameEn: 'Foothill Tea' },
  { name: '听雨书房', nameEn: 'Rain Study' },
  { name: '老窖坊', nameEn: 'Old Cellar' },
  { name: '一木堂', nameEn: 'One Wood Hall' },
] as const;

export const DEMO_GOODS: readonly DemoGood[] = [
  {
    ...{ reference: 'tea-oolong', merchant: 0, category: '茶', cover: 'tea' },
    ...{ title: '凤凰单丛 · 蜜兰香', titleEn: 'Phoenix Dancong oolong, honey orchid' },
    description: '潮州凤凰山中海拔茶园,春茶,足火焙透,耐得住十泡。',
    descriptionEn: 'Spring leaves from mid-altitude gardens on Phoenix Mountain, fully fired.',
    variants: [
      ['125 克', '125 g', 168],
      ['250 克', '250 g', 318],
    ],
    supplyPercent: 58,
  },
  {
    ...{ reference: 'tea-puer', merchant: 0, category: '茶', cover: 'box' },
    ...{ title: '勐海熟普 · 七子饼', titleEn: 'Menghai ripe pu-erh, seven-cake stack' },
    description: '2019 年压制,干仓存放,汤色红浓,一提七饼。',
    descriptionEn: 'Pressed in 2019 and stored dry; a deep red liquor. Seven cakes.',
    variants: [
      ['单饼 357 克', 'One cake, 357 g', 258],
      ['整提七饼', 'Stack of seven', 1680],
    ],
    supplyPercent: 62,
  },
  {
    ...{ reference: 'tea-white', merchant: 0, category: '茶', cover: 'tea' },
    ...{ title: '福鼎白茶 · 寿眉', titleEn: 'Fuding white tea, Shoumei' },
    description: '自然萎凋,日光干燥,煮饮皆宜。',
    descriptionEn: 'Withered and dried in the sun; for steeping or simmering.',
    variants: [['200 克', '200 g', 128]],
    supplyPercent: 60,
  },
  {
    ...{ reference: 'tea-cup', merchant: 0, category: '器物', cover: 'jade' },
    ...{ title: '龙泉青瓷品茗杯', titleEn: 'Longquan celadon tea cup' },
    description: '梅子青釉,手拉坯,每只略有不同。',
    descriptionEn: 'Plum-green glaze, thrown by hand; no two alike.',
    variants: [
      ['一只', 'One', 96],
      ['一对', 'A pair', 180],
    ],
    supplyPercent: 55,
  },
  {
    ...{ reference: 'scroll-landscape', merchant: 1, category: '书画', cover: 'scroll' },
    ...{ title: '浅绛山水 · 手绘小品', titleEn: 'Light ochre landscape, hand painted' },
    description: '宣纸设色,四尺三开,附作者签名卡。',
    descriptionEn: 'Ink and colour on xuan paper, with the artist’s signed card.',
    variants: [
      ['画心', 'Unmounted', 880],
      ['装裱立轴', 'Mounted scroll', 1280],
    ],
    supplyPercent: 55,
  },
  {
    ...{ reference: 'scroll-couplet', merchant: 1, category: '书画', cover: 'scroll' },
    ...{ title: '行书对联 · 可定内容', titleEn: 'Running-script couplet, your words' },
    description: '洒金宣,内容可定,十个工作日内书写。',
    descriptionEn: 'On gold-flecked paper; written to order within ten working days.',
    variants: [['五言', 'Five characters', 460]],
    supplyPercent: 58,
  },
  {
    ...{ reference: 'ink-stick', merchant: 1, category: '文房', cover: 'wood' },
    ...{ title: '徽州松烟墨', titleEn: 'Huizhou pine-soot ink stick' },
    description: '陈化三年,墨色沉静,研之无声。',
    descriptionEn: 'Aged three years; a quiet, deep black.',
    variants: [['一两', '31 g', 118]],
    supplyPercent: 56,
  },
  {
    ...{ reference: 'stamp-year', merchant: 1, category: '邮币', cover: 'stamp' },
    ...{ title: '生肖邮票年册', titleEn: 'Zodiac stamp album' },
    description: '当年全套,含小版张,硬壳函套。',
    descriptionEn: 'The year’s full set with miniature sheets, in a hard slipcase.',
    variants: [['一册', 'One album', 268]],
    supplyPercent: 66,
  },
  {
    ...{ reference: 'coin-commemorative', merchant: 1, category: '邮币', cover: 'coin' },
    ...{ title: '熊猫普制银币 30 克', titleEn: 'Panda silver coin, 30 g' },
    description: '原封塑套,附证书,足银 999。',
    descriptionEn: 'Sealed, with its certificate; 999 silver.',
    variants: [['一枚', 'One', 398]],
    supplyPercent: 78,
  },
  {
    ...{ reference: 'wine-rice', merchant: 2, category: '酒水', cover: 'bottle' },
    ...{ title: '客家陈年米酒', titleEn: 'Hakka aged rice wine' },
    description: '糯米冬酿,炭火炙坛,三年陈。',
    descriptionEn: 'Winter-brewed glutinous rice, fire-roasted jar, three years old.',
    variants: [
      ['500 毫升', '500 ml', 88],
      ['2.5 升坛装', '2.5 l jar', 368],
    ],
    supplyPercent: 56,
  },
  {
    ...{ reference: 'wine-plum', merchant: 2, category: '酒水', cover: 'bottle' },
    ...{ title: '青梅酒 · 半甜', titleEn: 'Green plum wine, semi-sweet' },
    description: '从化青梅,浸泡十四个月,12 度。',
    descriptionEn: 'Conghua plums steeped fourteen months; 12 % vol.',
    variants: [['700 毫升', '700 ml', 76]],
    supplyPercent: 54,
  },
  {
    ...{ reference: 'soy-sauce', merchant: 2, category: '食材', cover: 'bottle' },
    ...{ title: '头抽 · 晒足一百八十天', titleEn: 'First-draw soy sauce, 180 days of sun' },
    description: '阳江生晒,非转基因黄豆,只取第一道。',
    descriptionEn: 'Sun-brewed in Yangjiang, first draw only.',
    variants: [
      ['单瓶 500 毫升', 'One bottle', 36],
      ['六瓶装', 'Case of six', 198],
    ],
    supplyPercent: 55,
  },
  {
    ...{ reference: 'tangerine-peel', merchant: 2, category: '食材', cover: 'box' },
    ...{ title: '新会陈皮 · 八年', titleEn: 'Xinhui tangerine peel, eight years' },
    description: '天马产区,三瓣开皮,密封罐装。',
    descriptionEn: 'From Tianma, three-petal cut, in a sealed tin.',
    variants: [['100 克', '100 g', 228]],
    supplyPercent: 60,
  },
  {
    ...{ reference: 'wood-incense', merchant: 3, category: '香木', cover: 'wood' },
    ...{ title: '沉香线香 · 惠安系', titleEn: 'Agarwood incense sticks' },
    description: '无化学助燃,清甜微凉,约可点四十炉。',
    descriptionEn: 'No accelerants; sweet and cool. About forty burnings.',
    variants: [['一管 20 克', 'Tube, 20 g', 158]],
    supplyPercent: 52,
  },
  {
    ...{ reference: 'wood-beads', merchant: 3, category: '香木', cover: 'wood' },
    ...{ title: '小叶紫檀手串', titleEn: 'Red sandalwood bracelet' },
    description: '印度料,同料一百零八颗或单圈。',
    descriptionEn: 'Of one log; single strand or 108 beads.',
    variants: [
      ['单圈', 'Single strand', 298],
      ['108 颗', '108 beads', 780],
    ],
    supplyPercent: 57,
  },
  {
    ...{ reference: 'wood-board', merchant: 3, category: '器物', cover: 'wood' },
    ...{ title: '整木茶盘 · 黑胡桃', titleEn: 'One-piece walnut tea tray' },
    description: '一块整料挖成,木蜡油涂装。',
    descriptionEn: 'Carved from one board, finished with wax oil.',
    variants: [['40 × 26 厘米', '40 × 26 cm', 420]],
    supplyPercent: 58,
  },
  {
    ...{ reference: 'jade-pendant', merchant: 3, category: '玉器', cover: 'jade' },
    ...{ title: '和田青玉平安扣', titleEn: 'Hetian jade disc' },
    description: '且末料,素面,附国检证书。',
    descriptionEn: 'Plain disc, with a national test certificate.',
    variants: [
      ['直径 28 毫米', '28 mm', 360],
      ['直径 36 毫米', '36 mm', 560],
    ],
    supplyPercent: 55,
  },
  {
    ...{ reference: 'jade-seal', merchant: 3, category: '玉器', cover: 'jade' },
    ...{ title: '青田石闲章 · 手刻', titleEn: 'Qingtian stone seal, hand cut' },
    description: '内容可定,阴阳文任选,附印泥一小盒。',
    descriptionEn: 'Your words, relief or intaglio, with a small box of paste.',
    variants: [['2 × 2 × 5 厘米', '2 × 2 × 5 cm', 188]],
    supplyPercent: 54,
  },
];
