// What OpenCC's phrase tables do not say: words of everyday reports that they lack, forms that differ only by
// orthographic habit, and characters whose own use in a script is a closed list.

/**
 * Words of everyday reports in which one form alone is in use, though elsewhere editors choose between it and another
 * (傢俱, 迴避, 綵排, 瞭解): what a converter that went by characters made of them, 國傢 and 為瞭, is its trace. Simplified and
 * Traditional in turn, as the Revised Mandarin Chinese Dictionary has them.
 */
export const FIXED_WORDS =
  '国家 國家 专家 專家 大家 大家 人家 人家 作家 作家 画家 畫家 家人 家人 家长 家長 家属 家屬 家园 家園 ' +
  '先后 先後 家乡 家鄉 家庭 家庭 厂家 廠家 商家 商家 农家 農家 住家 住家 回家 回家 居家 居家 家中 家中 家里 家裏 ' +
  '科学家 科學家 企业家 企業家 艺术家 藝術家 思想家 思想家 政治家 政治家 为了 爲了 除了 除了 了不起 了不起 ' +
  '不了 不了 得了 得了 罢了 罷了 到了 到了 成了 成了 有了 有了 方向 方向 向上 向上 向下 向下 向前 向前 ' +
  '向着 向着 倾向 傾向 面向 面向 趋向 趨向 走向 走向 意向 意向 风向 風向 动向 動向 去向 去向 转向 轉向 ' +
  '取向 取向 一向 一向 流向 流向 指向 指向 偏向 偏向 志向 志向 回答 回答 回收 回收 回来 回來 回去 回去 ' +
  '回顾 回顧 回报 回報 收回 收回 返回 返回 挽回 挽回 回到 回到 回头 回頭 回忆 回憶 召回 召回 ' +
  '撤回 撤回 驳回 駁回 注意 注意 关注 關注 注重 注重 注视 注視 投注 投注 注入 注入 专注 專注 ' +
  '倾注 傾注 灌注 灌注 浇注 澆注 注射 注射 注资 注資 注水 注水 游泳 游泳 上游 上游 下游 下游 中游 中游 赞成 贊成 赞助 贊助 赞同 贊同 占卜 占卜 占星 占星 ' +
  '折腾 折騰 曲折 曲折 挫折 挫折 折磨 折磨 折断 折斷 折射 折射 打折 打折 折扣 折扣 夭折 夭折 骨折 骨折 ' +
  '转折 轉折 折中 折中 折旧 折舊 周折 周折 周旋 周旋 周密 周密 恢复 恢復 复兴 復興 收复 收復 康复 康復 ' +
  '复员 復員 光复 光復 修复 修復 复杂 複雜 重复 重複 复制 複製 复印 複印 覆盖 覆蓋 颠覆 顛覆 ' +
  '倾覆 傾覆 人才 人才 才华 才華 天才 天才 人材 人材 才干 才幹 彩色 彩色 精彩 精彩 彩虹 彩虹 ' +
  '色彩 色彩 彩票 彩票 光彩 光彩 多彩 多彩 布料 布料 布匹 布匹 棉布 棉布 瀑布 瀑布 布鞋 布鞋 抹布 抹布 ' +
  '借款 借款 借书 借書 借用 借用 借阅 借閱 借出 借出 借贷 借貸 模仿 模仿 仿照 仿照 仿造 仿造 仿真 仿真 ' +
  '衬托 襯托 烘托 烘托 摩托 摩托 摩托车 摩托車 托盘 托盤 挣扎 掙扎 试卷 試卷 问卷 問卷 案卷 案卷 卷宗 卷宗 ' +
  '画卷 畫卷 考卷 考卷 答卷 答卷 龙卷风 龍捲風 席卷 席捲 卷入 捲入 卷土重来 捲土重來 症状 症狀 病症 病症 ' +
  '癌症 癌症 炎症 炎症 重症 重症 秋天 秋天 秋季 秋季 秋收 秋收 中秋 中秋';

/** Words beyond OpenCC's, Simplified and Traditional in turn; both alike where the word keeps its characters. */
export const MORE_WORDS =
  // Cloud services and net, which OpenCC leaves to its default.
  '云直播 雲直播 云课堂 雲課堂 云计算 雲計算 云平台 雲平臺 云端 雲端 云存储 雲存儲 云服务 雲服務 云展览 雲展覽 云游览 雲遊覽 ' +
  '净土 淨土 净边 淨邊 净化 淨化 净水 淨水 净值 淨值 净利 淨利 净重 淨重 净额 淨額 净增 淨增 洁净 潔淨 纯净 純淨 清净 清淨 ' +
  // 并 as the conjunction, before verbs of reports.
  '并讲话 並講話 并共同 並共同 并完成 並完成 并模拟 並模擬 并进行 並進行 并组织 並組織 并通过 並通過 并提出 並提出 并要求 並要求 ' +
  '并由 並由 并对 並對 并与 並與 并为 並為 并以 並以 并从 並從 并按 並按 并请 並請 并向 並向 并根据 並根據 并加强 並加強 并及时 並及時 ' +
  '制贩毒 製販毒 制贩 製販 筑牢 築牢 ' +
  // Words that stand across the edges of others and keep their characters.
  '进制 進制 位制 位制 时制 時制 院制 院制 学制 學制 税制 稅制 ' +
  '著作 著作 著名 著名 著称 著稱 专著 專著 名著 名著 显著 顯著 卓著 卓著 昭著 昭著 土著 土著 巨著 巨著 著书立说 著書立說 原著小说 原著小說 学术论著 學術論著 ' +
  // 着 as the particle of duration, before a noun that begins with 名 (有着名为, 写着名字).
  '有着 有着 跟着 跟着 试着 試着 接着 接着 随着 隨着 存在着 存在着 着名为 着名為 着名叫 着名叫 着名字 着名字 着名称 着名稱 着名单 着名單 着名片 着名片 着名牌 着名牌 着名义 着名義 ' +
  // 乾 where it is the trigram, a reign or a place.
  '乾坤 乾坤 乾隆 乾隆 乾清 乾清 乾清宫 乾清宮 乾清门 乾清門 乾县 乾縣 乾陵 乾陵 乾嘉 乾嘉 乾卦 乾卦 乾德 乾德 乾符 乾符 乾元 乾元 乾宁 乾寧 乾封 乾封 乾祐 乾祐 乾兴 乾興 乾闼 乾闥 乾闼婆 乾闥婆 徐乾学 徐乾學 桑乾 桑乾 桑干 桑乾 乾旦 乾旦 乾宅 乾宅 旋乾转坤 旋乾轉坤 乾造 乾造 干造 干造 乾象 乾象 乾纲 乾綱 朝乾 朝乾 日乾夕惕 日乾夕惕 ' +
  // Volunteers, as Taiwan calls them, after a day (假日志工).
  '志工 志工 ' +
  // 后 where it is an empress or a goddess: the temples of Mazu.
  '天后宫 天后宮 ' +
  // Surnames that look Simplified, and 从 in the words of 說文解字 (皆从某).
  '种师道 种師道 种师中 种師中 种世衡 种世衡 种放 种放 种谔 种諤 皆从 皆从 ' +
  // 噁 in the names of compounds, as standards of the mainland print them: its Simplified form lies beyond the first
  // plane.
  '噁英 噁英 噁唑 噁唑 噁嗪 噁嗪 噁烷 噁烷 噁草 噁草 噁霉 噁霉 噁霜 噁霜 噁虫 噁蟲 噁二 噁二 噁庚 噁庚 噁酮 噁酮 ' +
  // Products, places and people that 通用规范汉字表 lets keep 昇, 氾 and 於, and the place 濛阳.
  '昇腾 昇騰 昇阳 昇陽 昇平 昇平 氾水 氾水 濛阳 濛陽 濛江 濛江 於梨华 於梨華 于梨华 于梨華 ' +
  // 癥瘕 of the national terms of Chinese medicine, classical words with 穀, and names in histories and encyclopaedias.
  '癥瘕 癥瘕 癥积 癥積 穀旦 穀旦 穀梁 穀梁 戬穀 戩穀 曹霑 曹霑 朱儁 朱儁 ' +
  // The same in their plain spelling: smoke that rises, a river called 蒙江.
  '升腾 升騰 升平 升平 升阳 升陽 泛水 泛水 蒙江 蒙江 蒙阳 蒙陽 ' +
  // Names and terms that keep a form which is a variant elsewhere.
  '魏徵 魏徵 文徵明 文徵明 陆徵祥 陸徵祥 柳诒徵 柳詒徵 幺麽小丑 幺麼小醜 变徵 變徵 咀徵 咀徵 角徵 角徵 束脩 束脩 ' +
  // What OpenCC's phrases have wrong: one of their characters reads as in another word.
  '中俄关系 中俄關係 不求收获 不求收穫 显著标志 顯著標誌 福生于微 福生於微 传位于四太子 傳位於四太子 施舍之道 施捨之道 举荐征辟 舉薦徵辟 ' +
  '配制饲料 配製飼料 手制动 手制動 大一统志 大一統志 大元大一统志 大元大一統志 葱葱郁郁 蔥蔥鬱鬱 阿赫蒂萨里 阿赫蒂薩里 青苹 青蘋 干犯法 干犯法 ' +
  '遏制 遏制 抵制 抵制 管制 管制 强制 強制 限制 限制 控制 控制 机制 機制 体制 體制 年制 年制 ' +
  '批准 批准 准许 准許 只有 只有 只是 只是 只能 只能 征收 徵收 长征 長征 出征 出征 征途 征途';

/**
 * Animals, in Simplified and Traditional, that are counted with 隻 alone: 一只鳥 is left over, 一只皮箱 may be meant so.
 */
export const ANIMALS =
  '鸟鳥 猫貓 狗狗 鸡雞 鸭鴨 鹅鵝 羊羊 兔兔 鼠鼠 猴猴 蛙蛙 龟龜 虎虎 狼狼 熊熊 鹿鹿 象象 蚊蚊 蜂蜂 鸽鴿 鹰鷹 雁雁 鹭鷺 蝴蝶蝴蝶';
/** What stands before 隻 when it counts, in Simplified and Traditional. */
export const COUNTS = '一一 二二 两兩 三三 四四 五五 六六 七七 八八 九九 十十 百百 几幾 数數 每每 这這 那那';

/** Forms between which editors choose; neither is the trace of a conversion. */
export const EQUIVALENT_FORMS =
  '佈布 佔占 託托 昇升陞 週周 嶽岳 巖岩 雕鵰 歎嘆 弔吊 兇凶 慾欲 闇暗 迴回 唸念 牴抵 祕秘 臺台檯枱 颱台 捲卷 鑑鑒 喫吃 羣群 絃弦 癡痴 傑杰 揹背 捱挨 釦扣 ' +
  '盪蕩 桿杆 彫雕琱 剷鏟 淒悽 鎚錘 搜蒐 艷豔 戚慼 恆恒 困睏 席蓆 鹵滷 蘇甦 鋪舖 鏽銹 毀譭 蔭廕 呆獃 奸姦 匯滙 朱硃 拐柺 勛勳 裊嫋 胄冑 彌瀰 蔑衊 刮颳 玩翫 嚙齧 璇璿 ' +
  '札劄 樑梁 稜棱 氾泛汎 谿溪 燻熏薰 餬糊 纍累 濛蒙矇懞 讚贊 蹟跡 僱雇 閑閒 鍊煉鏈 黴霉 曬晒 湧涌 槓杠 竈灶 牀床 峯峰 餚肴 夥伙 傭佣 剋克 諮咨 ' +
  '屍尸 摺折 枴拐 霑沾 餵喂 瞭了 傢家 像象 脩修 淩凌 孃娘 具俱 症癥 私俬 秋鞦 千韆 譟噪 燬毀 綵彩 復覆 倖幸 紮扎 觔斤 盃杯 酸痠 鉆鑽 嚥咽 煙菸烟 ' +
  '鍼針 饑飢 卹恤 只祇衹 它牠 嚐嘗 侷局 鉅巨 逕徑 拏拿 輓挽 綑捆 唇脣 粧妝 纔才 着著 裏裡 為爲 眾衆 啟啓 綫線 鉤鈎 麼麽 煞殺 癒愈 ' +
  '衹只 嚮向 藉借 彷仿 註注 愿願 淀澱 厘釐 蔘參 糰團 罎壇 譁嘩 讎仇 隄堤 塚冢 痺痹 囪囱 殭僵 葯藥 証證 呆待 坐座 哄鬨 扇搧 核覈 栗慄 游遊 麴麯 皂皁';

/** Equivalents after all in these words, where only one form is in use. */
export const STRICT_WORDS =
  '注册 旅游 旅游者 旅游业 志愿 志愿者 自愿 愿意 愿望 许愿 注销 注资 游客 淀粉 沉淀 岳父 岳母';

/**
 * Two-character words whose second character is rare beside a free word of the same spelling (最後, 家裡, 只, 表): met at
 * the edge of two other words they prove nothing. The Simplified and the Traditional character, then the first
 * characters with which they count.
 */
export const FINAL_WORDS = '后后皇太王帝影歌 里里公英华乡邻故万千百 表錶手腕怀钟秒 面麪凉冷拉拌挂';

/** Words that two spellings share: neither is the trace of a conversion. */
export const BOTH_WORDS: readonly (readonly string[])[] = [
  ['并列', '并列', '並列'],
  ['并存', '並存', '併存'],
  ['袷衣', '袷衣'],
  ['夹衣', '夾衣', '袷衣'],
  // 觀禮下簽紙, 合約下簽名
  ['下签', '下籤', '下簽'],
  ['并用', '併用', '並用'],
  ['并州', '并州', '幷州'],
  ['樊於期', '樊於期'],
  // 往上捨入, 並發送, 並產出, 只影響, 意味着志愿者, 符合着: the edge of two words looks like one.
  ['上舍', '上舍', '上捨'],
  ['并发', '併發', '並發'],
  ['并产', '併產', '並產'],
  ['只影', '隻影', '只影'],
  ['着志', '着志', '著志'],
  ['著志', '著志'],
  ['合着', '合着', '合著'],
  ['合著', '合著'],
  // 儘 and 盡 are both in use before 量, 快, 早 and 可能; only 儘管 is fixed.
  ['尽量', '儘量', '盡量'],
  ['尽快', '儘快', '盡快'],
  ['尽早', '儘早', '盡早'],
  ['尽可', '儘可', '盡可'],
  ['尽可能', '儘可能', '盡可能'],
  // 簡單於 ends a word and begins the next.
  ['单于', '單于', '單於'],
  ['汇总', '匯總', '彙總'],
  ['汇编', '匯編', '彙編'],
  ['汇集', '匯集', '彙集'],
  ['个中', '箇中', '個中'],
  // 編着花環, 討論着未來: verbs with the particle look like 編著, 論著.
  ['编着', '編著'],
  ['编著', '編著'],
  ['译着', '譯著'],
  ['译著', '譯著'],
  ['论着', '論著'],
  ['论著', '論著'],
  ['原着', '原著'],
  ['原著', '原著'],
  ['着书', '著書'],
  ['著书', '著書'],
  ['着者', '著者'],
  ['著者', '著者'],
  ['着录', '著錄'],
  ['著录', '著錄'],
  ['着述', '著述'],
  ['著述', '著述'],
  ['干道', '幹道'],
  ['乾道', '乾道'],
  // 干清粪 of farming beside 乾清宫.
  ['干清', '乾清'],
  ['干干', '乾乾'],
  ['乾乾', '乾乾'],
  ['换发', '換髮', '換發'],
  // 魏徵 and its like are written 征 in most Simplified print.
  ['魏征', '魏徵'],
  ['文征明', '文徵明'],
  ['陆征祥', '陸徵祥'],
  ['柳诒征', '柳詒徵'],
  ['星历', '星曆', '星歷'],
  ['星历表', '星曆表', '星歷表'],
  ['毕升', '畢升'],
  ['毕昇', '畢昇'],
  ['洪升', '洪升'],
  ['洪昇', '洪昇'],
  // 郁郁乎文哉 (論語) beside 鬱鬱寡歡.
  ['郁郁', '郁郁', '鬱鬱'],
  ['以自制', '以自制', '以自製'],
  // The face of a watch.
  ['表面', '表面', '錶面'],
  ['表盘', '表盤', '錶盤'],
];

/**
 * Traditional words of which two spellings are in use, in the spelling that OpenCC's phrases do not have. Each stands
 * as a headword in CC-CEDICT or the Revised Mandarin Chinese Dictionary of Taiwan's Ministry of Education.
 */
export const ATTESTED_WORDS =
  '采風 采石磯 下擺 儀征 准格爾 准入 光麵 別致 景致 標致 雅致 逸致 韻緻 匯報 匯映 匯業 匯豐 總匯 詞匯 語匯 合家 合眼 合府 咣當 啷當 當啷 叮當 當當 ' +
  '二惡英 惡心 惡唑 豆乾 大餘 個舊 划拉 尤克里里 布谷鳥 谷城 陽谷 谷氨酸 谷氨酰胺 幹材 征人 方志 縣志 民族志 地方志 墓志銘 永志不忘 ' +
  '古里古怪 怪里怪氣 慌里慌張 傻里傻氣 糊裡糊塗 市里 村里 水里 湖里 里程表 秒表 跑錶 電表 江干區 沈北新區 沈河 調制 調制波 調制解調器 頻率調制 ' +
  '便簽 棉簽 簽語餅 老板 老板娘 胡同 菜苔 蒜苔 芸苔 鬱鬱 面皮 面肥 騰沖 黃曲霉 曲霉 曲菌 黨項 鍾楚紅 臺風 衝壓 衝床 衝決 怒沖沖 怒氣沖沖 相衝 對衝 ' +
  '涂山 當涂 盡速 盡先 盡性 於田 於都 伊於胡底 合於時宜 複刻 複讀 複次 鐮倉 採邑 獨辟蹊徑 跳梁小丑 斗牛 新餘 乾渠 三複 后座 寶丰 一只 兩只 三只 四只 五只 六只 八只 十只 幾只 每只 百只';

/**
 * Further Traditional words that print their characters by right though OpenCC's phrases have others: terms of law and
 * procedure as Taiwan's statutes have them (系爭, 曆年, 復查 of 稅捐稽徵法, 復審 of 公務人員保障法), words of two roots or
 * two spellings, and names of people and places. Collected by reading, not from a list.
 */
export const PRINTED_WORDS =
  '瞭解 瞭望 明瞭 瞭然 瞭如 瞭若 瞭亮 瞭哨 傢俱 傢具 傢伙 傢什 傢私 傢飾 ' +
  '系爭 曆年 照准 準此 併處 併請 併由 併行 併排 併列 併聯 併稱 併立 併軌 併進 併與 ' +
  '復查 復審 復議 復習 復合 復診 復賽 復檢 復核 復測 復試 復選 復驗 復述 復訓 復閱 ' +
  '沖入 沖出 沖開 沖散 沖脈 反沖 衝天 衝毀 衝斷 衝壞 衝塌 亂發 發色 本誌 裏布 裏肌 新製 英製 官製 舊製 抓斗 松餅 地志 墓志 碑志 采風 采光 博采 拚鬥 志異 永誌 干貝 豆干 郁郁 ' +
  '周歷 曆數 蔥郁 蒼郁 字匯 匯整 匯算 匯刊 亘古 橫亘 裙擺 衣擺 大曲 曲院 豐姿 豐采 豐儀 豐神 豐韻 草庵 庵舍 草薦 盜蹠 沈水 谷神 川谷 ' +
  '鍾山 鍾律 鍾樂 余生 朴重 子雲 胡雲 亦雲 古雲 語雲 老姜 朱俊 寧浩 冬冬 松口 漓江 漓水 昆山 范文 ' +
  '紅麴 神麴 后母戊 整髮 長發邨 長發街 長發號 沖犯 沖昏 衝模 采訪使 采石之戰 采石大戰 采石鎮 聊齋誌異 志哀 丑行 丑末 市場准入 ' +
  '午后 划過 過水面 舍我其誰 并吞 并日而食 采菊 准噶爾 松發 ' +
  // 乾 and 幹, 捨, 劃, 簽, 齣, 髮, 併 with the words that only look alike, and classical words.
  '乾掉 幹得很 要幹了 枯幹 井幹 捨下 劃着 換簽 簽條 多齣 拍出好戲 做出好戲 一罈死水 特製訂 髮毛 髮包 青髮 並力 悲喜交併 創獲 採薇 ' +
  '喑噁叱吒 喑噁叱咤 扞禦 誇誕 闢邪 真箇 如云 係累 國之楨幹 昆侖 隻雞斗酒 四海皆準 錄錄 喜沖沖 六衝 氣衝牛斗 氣衝斗牛 皆從 大傢伙兒 ' +
  '介系詞 連系詞 繫詞 直接製版 西穀米 包穀花 風流標緻 標標緻緻 張志家 ' +
  // The syllable of X里XY.
  '妖里妖氣 流里流氣 寶里寶氣 小里小氣 呆里呆氣 懵里懵懂 邋里邋遢 滴里嘟嚕 滴里搭拉 滴里耷拉 稀里糊塗 顢里顢頇 ' +
  // Gauges, which 錶 names in Taiwan and Hong Kong beside 表.
  '儀錶板 儀錶版 儀錶盤 油錶 溫度錶 溼度錶 體溫錶 體重錶 水溫錶 寒暑錶 氣壓錶 減壓錶 電壓錶 電流錶 電度錶 電碼錶 萬用錶 萬用電錶 三用錶 功率錶 瓦特錶 ' +
  '高度錶 光度錶 風速錶 量雨錶 晴雨錶 千分錶 百分錶 路碼錶 停錶';

/** Forms of which 通用规范汉字表 (2013) keeps both, or that books of either kind print: no trace of a conversion in Simplified. */
export const SIMPLIFIED_EQUIVALENTS = '捱挨 摺折 谿溪 薹苔 拚拼 捍扞 榘矩';

/**
 * Characters that stand in Traditional text almost only by mistake, with what is meant; a phrase that keeps the
 * character keeps it here too.
 */
export const RARE_IN_TRADITIONAL = '听聽 坏壞 扑撲 儿兒 几幾 虫蟲 愿願 凈淨 挂掛 瞭了 傢家';
/** The same for Simplified text; 通用规范汉字表 lists 於 for names, 瞭 for liào and 藉 for jí and the jiè of 慰藉 only. */
export const RARE_IN_SIMPLIFIED = '於于 瞭了 藉借';
/** Verbs of one character that the particle 着 follows and that hardly end a word before 著名 or 著作: 挂着名人字画. */
export const DURATIVE_VERBS =
  '挂打凭顶围跟沿坐住穿背盯随停空忙急挨拿抱握抓守陪听喊骂笑哭喝吃盼缠挤压推拖扛抬挑扶搂牵捧夹插披戴裹盖铺垫摆堆搁撑架搭吊悬飘漂淌滴闪烧燃冲迎循仗' +
  '追跑走爬跳飞骑驶躺卧趴跪蹲倚靠斜竖睁瞪眯镶嵌颤抖晃摇绷忍耐躲避逼催睡闲饿留搜攒瞧瞅瞄';

/** Words in which those characters are right. */
export const KEPT_WORDS =
  '茶几 窗几 几案 几席 案几 几净 净几 虫部 儿部 乡愿 谨愿 於菟 於陵 於潜 於戏 於期 商於 於夫 淳于 于阗 樊於 几几';
