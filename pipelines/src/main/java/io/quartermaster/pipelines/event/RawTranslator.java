package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;

/**
 * Makes one canonical raw record of one record of a file as the world keeps it. Source, line and
 * original stay, so that every record can be traced and counted.
 */
interface RawTranslator {

    RawRecord translate(RawRecord record);
}
