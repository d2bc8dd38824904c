import type { Table, TableCell, TableRow } from 'mdast';
import type { Node, NodeElement } from '#schemas/node.ts';

const mostCells = 5000;

/** Rows that are too short get empty cells; cells beyond the head's are kept. */
export function buildTable(table: Table, read: (cell: TableCell) => Node[]): NodeElement {
	const width = table.align?.length ?? 0;
	// No table that is read has so many: the one that would is left as it is.
	const isFull = width * table.children.length <= mostCells;
	const row =
		(name: 'th' | 'td') =>
		(each: TableRow): NodeElement => {
			const cells = each.children.map((cell, index) => cellOf(name, table.align?.[index], read(cell)));
			while (isFull && cells.length < width) cells.push(cellOf(name, table.align?.[cells.length], []));
			return { name: 'tr', children: cells };
		};
	const [head, ...rows] = table.children;
	const built: NodeElement[] = head ? [{ name: 'thead', children: [row('th')(head)] }] : [];
	if (rows.length > 0) built.push({ name: 'tbody', children: rows.map(row('td')) });
	return { name: 'table', children: built };
}

function cellOf(name: 'th' | 'td', align: string | null | undefined, children: Node[]): NodeElement {
	const attrs = align ? { attrs: { align } } : {};
	return children.length > 0 ? { name, ...attrs, children } : { name, ...attrs };
}
