// 著 in Simplified text. Conversion by characters keeps it, as Simplified writing has it for zhù (著名, 原著) and in the
// names of authors (刘向著《新序》); what follows a verb as the particle, and zhuó of 着手, is 着 there (通用规范汉字表, 附件 1).
// Words decide, as tables of phrases take the two for forms of one character.
import { isHan } from '../text/charClass.ts';
import { lazyTable } from '../text/unpack.ts';
import type { WordEvidence } from './wordEvidence.ts';
import { DURATIVE_VERBS } from './wordLists.ts';

export const PARTICLE_AS_AUTHOR = '著';

/** What follows zhuó in a word of two characters: 着手, 着重. */
const AFTER_ZHUO = '手重力眼落陆火急想实凉迷装床色魔慌忙墨意';
/** What zhuó follows in one: 附着, 衣着. */
const BEFORE_ZHUO = '附沉穿衣睡';
/** What zhù follows, which takes no other reading: 原著重印 is no 着重. */
const BEFORE_ZHU = '名原专译论编显卓昭土巨遗拙新旧合撰所执共独自';
/** What makes a word with zhù also behind a verb: 写著作, 有著名的. */
const AFTER_ZHU = '名作者述称录';
/** What an author's zhù takes behind a name that ends like a verb: 刘向著有, 李志著成, 王望著书. */
const AFTER_AUTHOR = '书有成就于文';

const VERBS = `${DURATIVE_VERBS}看说带活提举戴借藉唱写刻印装盛停留吹映露含藏埋担领引绕冒咬摸拉扯晒熬养开管`;
/** Verbs that are prepositions, or end names and nouns, too. */
const WEAK_VERBS = '随对为向朝顺有望照';
const LONG_VERBS =
  '意味 标志 象征 存在 伴随 持续 延续 继续 保持 维持 保存 面临 面对 承担 担负 肩负 充满 弥漫 洋溢 散发 闪烁 影响 支撑 守护 ' +
  '关系 代表 牵动 见证 讲述 诉说 记录 记载 承载 凝聚 蕴含 蕴藏 包含 隐藏 吸引 推动 改变 掌握 控制 享受 等待 期待 渴望 注视 ' +
  '凝视 围绕 环绕 忍受 经历 进行 扮演 发挥 引领 流传 流淌 生活 居住 矗立 耸立 屹立 悬挂 摆放 陈列 散落 遍布 分布 惦记 牵挂 牵引';

const longVerbs = lazyTable('verbs with 着', () => new Set(LONG_VERBS.split(' ')));

/** The word that shows that the 著 at `at` of a Simplified text is 着. */
export function particleAt(text: string, at: number): WordEvidence | undefined {
  const before = text[at - 1] ?? '\n';
  const after = text[at + 1] ?? '\n';
  if (BEFORE_ZHU.includes(before)) return undefined;
  if (AFTER_ZHUO.includes(after) && !AFTER_ZHU.includes(text[at + 2] ?? '\n'))
    return { start: at, end: at + 2, words: [`着${after}`] };
  if (!isHan(before.charCodeAt(0)) || AFTER_ZHU.includes(after)) return undefined;
  if (BEFORE_ZHUO.includes(before)) return wordBefore(text, at, 1);
  // 不著撰人 and 不著一字 are classical.
  if (before === '不')
    return /[找摸睡用犯够见]/.test(text[at - 2] ?? '\n') ? wordBefore(text, at, 2) : undefined;
  const goesOn = isHan(after.charCodeAt(0)) || /[\dA-Za-z“‘]/.test(after);
  // An author's name stands before a title, a bracket or the end of a line; 接着 before a pause is no name.
  if (!goesOn) return before === '接' && after === '，' ? wordBefore(text, at, 1) : undefined;
  if (VERBS.includes(before)) return wordBefore(text, at, 1);
  if (longVerbs().has(text.slice(at - 2, at))) return wordBefore(text, at, 2);
  return (WEAK_VERBS.includes(before) || before === '接') && !AFTER_AUTHOR.includes(after)
    ? wordBefore(text, at, 1)
    : undefined;
}

function wordBefore(text: string, at: number, length: number): WordEvidence {
  const start = at - length;
  return { start, end: at + 1, words: [`${text.slice(start, at)}着`] };
}
