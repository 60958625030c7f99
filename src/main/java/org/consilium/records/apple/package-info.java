/**
 * Reads the export of Apple Health (export.xml). {@link org.consilium.records.apple.AppleHealthReader} is the only public type.
 *
 * <p>What a person or a device measures now and then becomes a fact each: up to six readings of one kind on one day; more are
 * shown as their mean, with the lowest and the highest. What a device measures all the time (heart rate, breathing) is the mean
 * of the day. What adds up (steps, energy, sleep) is the sum of the day, of that device which counted most, because a phone
 * and a watch count the same steps. Of the last two, days more than two years before the export are put together by week.
 *
 * <p>Invariant: the file is streamed; what is held in memory grows with the days it covers, not with its size.
 */
@NullMarked
package org.consilium.records.apple;

import org.jspecify.annotations.NullMarked;
