package io.rollouthub.domain.alert;

import io.rollouthub.domain.forecast.LeadRecord;

/**
 * What a daily review knows of a pending count of go-lives.
 *
 * @param fallsShort whether more are needed than can come by the due date by the plans
 * @param broken how many promises of the cluster have been broken
 * @param lead how promises that stood as far ahead as its due date is were kept, its owner's too
 */
public record Review(boolean fallsShort, int broken, LeadRecord lead) {}
