/** Columns that several tables have. */
import { customType, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Locale, TargetGroup } from '#schemas/common.ts';

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const id = (name: string) => uuid(name);

/** Where and how an act happened. */
export const context = {
	locale: text('locale').$type<Locale>().notNull(),
	targetGroup: text('target_group').$type<TargetGroup>(),
	place: text('place'),
	assistedBy: text('assisted_by'),
	channel: text('channel').notNull().default('web'),
	deviceTime: at('device_time'),
};
