/** How a code answers over HTTP: status, title, and where facts matter a detail with `{fact}`s. */
export interface ProblemText {
  readonly status: ProblemStatus;
  readonly zh: string;
  readonly en: string;
  readonly detail?: { readonly zh: string; readonly en: string };
}

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/**
 * The one table from code to status and words. 400: malformed. 401, 403: who asks. 404: there is no
 * such thing here. 409: the present state does not allow it. 422: the rules do not allow it.
 */
export const problems = {
  'http.malformed': { status: 400, zh: '请求格式错误', en: 'The request is malformed' },
  'http.invalid': { status: 400, zh: '请求内容不符合要求', en: 'The request has invalid fields' },
  'http.bad_cursor': { status: 400, zh: '分页游标无效', en: 'The cursor is not one of ours' },
  'http.not_found': { status: 404, zh: '找不到该内容', en: 'There is nothing here' },
  'http.body_too_large': { status: 413, zh: '请求内容过大', en: 'The body is too large' },
  'http.not_json': { status: 415, zh: '请求内容须为 JSON', en: 'The body must be JSON' },
  'http.busy': { status: 503, zh: '系统繁忙，请稍后再试', en: 'Too busy now; try again soon' },
  'http.unavailable': { status: 503, zh: '服务暂时不可用', en: 'A part of the service is down' },
  'http.fault': { status: 500, zh: '系统错误', en: 'Something broke on our side' },

  'idempotency.key_missing': {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头',
    en: 'The header Idempotency-Key is missing',
  },
  'idempotency.key_malformed': {
    status: 400,
    zh: 'Idempotency-Key 须为 8 至 200 个可打印字符',
    en: 'Idempotency-Key must be 8 to 200 printable characters',
  },
  'idempotency.key_reused': {
    status: 422,
    zh: '同一 Idempotency-Key 已用于不同的请求',
    en: 'This Idempotency-Key came with another request before',
  },

  'tenancy.not_found': { status: 404, zh: '找不到该商城', en: 'There is no such mall' },
  'tenancy.slug_taken': {
    status: 409,
    zh: '名称已被占用',
    en: 'The slug is taken',
    detail: { zh: '名称 {slug} 已被占用', en: 'The slug {slug} is taken' },
  },
  'tenancy.bad_slug': {
    status: 422,
    zh: '名称无效',
    en: 'The slug is not valid',
    detail: { zh: '{slug} 不是有效的名称', en: '{slug} is not a valid slug' },
  },
  'tenancy.unknown_zone': {
    status: 422,
    zh: '未知时区',
    en: 'Unknown time zone',
    detail: { zh: '未知时区 {zone}', en: 'There is no time zone {zone}' },
  },
  'tenancy.clock_is_real': {
    status: 409,
    zh: '该商城使用真实时间',
    en: 'This clock shows the real time and cannot be moved',
  },
  'tenancy.clock_goes_forward': {
    status: 422,
    zh: '时钟只能前进',
    en: 'A clock only goes forward',
    detail: { zh: '时钟现为 {now}', en: 'The clock stands at {now}' },
  },

  'identity.not_signed_in': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'identity.session_expired': {
    status: 401,
    zh: '登录已失效，请重新登录',
    en: 'The session has ended; sign in again',
  },
  'identity.role_missing': {
    status: 403,
    zh: '您没有此项权限',
    en: 'Your role does not allow this',
  },
  'identity.wrong_code': {
    status: 422,
    zh: '验证码错误',
    en: 'Wrong code',
    detail: {
      zh: '验证码错误，还可尝试 {attemptsLeft} 次',
      en: 'Wrong code; {attemptsLeft} attempts left',
    },
  },
  'identity.code_expired': {
    status: 422,
    zh: '验证码已失效，请重新获取',
    en: 'The code is no longer valid; ask for a new one',
  },
  'identity.too_many_codes': {
    status: 429,
    zh: '获取验证码过于频繁，请稍后再试',
    en: 'Too many codes for this phone; try again later',
  },
  'identity.no_member': { status: 404, zh: '找不到该会员', en: 'There is no such member' },
  'messaging.no_gateway': {
    status: 503,
    zh: '尚未配置短信通道',
    en: 'No messaging gateway is configured',
  },
  'messaging.no_simulator': {
    status: 404,
    zh: '本安装未启用模拟器',
    en: 'This installation has no simulator',
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
