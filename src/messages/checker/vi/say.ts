/** “Có phải …?” khi có tên gần giống. */
export function maybe(suggestion: string | undefined): string {
	return suggestion === undefined || suggestion === '' ? '' : ` Có phải ý bạn là “${suggestion}”?`;
}

export function list(names: readonly string[]): string {
	return names.length === 0 ? 'không có mục nào' : names.join(', ');
}
