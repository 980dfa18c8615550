using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;
using static Tracking.Domain.Cases.CaseAction;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>Whole detentions in fake time, from presentation to the end; in each, what ran out is confirmed by an officer.</summary>
public sealed class WalkTests
{
    private static readonly Dictionary<string, Func<Detention>> Stories = new()
    {
        ["nobody does anything about a counterfeit: excluded, destroyed"] = () => Silence("133.21", "us"),
        ["nobody does anything about a copy: excluded, destroyed"] = () => Silence("133.42", "us.copyright"),
        ["a counterfeit is seized, forfeited, destroyed"] = Seizure,
        ["a copy is seized, forfeited, destroyed"] = () => new Detention("133.42", "2720", "2026-10-08T09:00-07:00")
            .Tell("presented").Do(Claim).Do(Detain).Tell("notice").Do(Seize).Tell("seizure-notice").LetRunOut("us.copyright.owner-list")
            .Tell("publication").LetRunOut("us.claim").Confirm("us.claim").Do(Destroy),
        ["grey goods without an exception: seizure or exclusion is decided, not confirmed"] = GreyMarket,
        ["an exclusion order becomes final"] = () => new Detention("12.39", "4701", "2026-10-08T09:00-04:00", "us.exclusion-order")
            .Tell("exclusion-order", "presented").LetRunOut("us.exclusion-order").Confirm("us.exclusion-order").Do(Claim).Do(Detain).Do(Exclude).Do(Destroy),
        ["forced labour is not disproved: excluded, abandoned, destroyed"] = () => new Detention("12.44", "2704", "2026-10-08T09:00-07:00", "us.forced-labour.proof", "us.forced-labour.export")
            .Tell("imported", "presented").Do(Claim).Do(Detain).LetRunOut("us.forced-labour.proof").Confirm("us.forced-labour.proof").Do(Exclude)
            .LetRunOut("us.forced-labour.export").Confirm("us.forced-labour.export").Do(Destroy),
        ["nobody enters landed goods: abandoned, destroyed"] = () => new Detention("1491", "3201", "2026-10-08T09:00-10:00", "us.general-order.entry", "us.general-order.abandonment")
            .Tell("landed").Do(Claim).LetRunOut("us.general-order.entry").Confirm("us.general-order.entry").Tell("general-order")
            .LetRunOut("us.general-order.abandonment").Confirm("us.general-order.abandonment").Do(Destroy),
        ["a declarant is silent: deemed to agree, destroyed"] = () => Suspended().LetRunOut("eu.notice").Tell("notice").LetRunOut("eu.holder-notice").Tell("holder-notice", "confirmation")
            .LetRunOut("eu.declarant").Confirm("eu.declarant").Do(Destroy),
        ["a declarant objects and nobody goes to court: released"] = () => Suspended().Tell("notice", "confirmation", "objection").LetRunOut("eu.proceedings").Confirm("eu.proceedings"),
        ["a right holder is silent: released"] = () => Suspended().Tell("notice").LetRunOut("eu.confirm").Confirm("eu.confirm"),
        ["no application follows an ex officio notice: released"] = () => new Detention("608/2013 art. 18", "BELGG", "2026-12-22T09:00+01:00")
            .Do(Claim).Do(Detain).Tell("notice").LetRunOut("eu.ex-officio.application").Confirm("eu.ex-officio.application"),
        ["a small consignment: silence, destroyed"] = () => new Detention("608/2013 art. 26", "PLWAW", "2026-12-22T09:00+01:00")
            .Do(Claim).Do(Detain).Tell("notice").LetRunOut("eu.small.declarant").Confirm("eu.small.declarant").Do(Destroy),
        ["a small consignment: objection and no proceedings, released"] = () => new Detention("608/2013 art. 26", "IEDUB", "2026-12-22T09:00Z")
            .Do(Claim).Do(Detain).Tell("notice", "objection", "information").LetRunOut("eu.small.proceedings").Confirm("eu.small.proceedings"),
        ["an application lapses after nobody asked for more in time"] = () => new Detention("608/2013 art. 11", "ATVIE", "2026-12-22T09:00+01:00")
            .Tell("grant").LetRunOut("eu.application-extension").LetRunOut("eu.application").Confirm("eu.application"),
    };

    public static TheoryData<string> Names() => [.. Stories.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_clock_of_a_story_goes_through_its_states_one_after_the_other(string story)
    {
        var detention = Stories[story]();

        Assert.All(detention.Walked, w =>
        {
            Assert.Equal(w.Value.Distinct().Order(), w.Value);
            Assert.Equal([DeadlineState.Due, DeadlineState.Breached], w.Value.TakeLast(2));
        });
    }

    [Fact]
    public void The_stories_let_every_clock_that_is_shipped_run_out()
    {
        var walked = Stories.Values.SelectMany(s => s().Walked.Keys).ToHashSet();

        Assert.Empty(Law.Library.RuleSets.SelectMany(s => s.Clocks).Select(c => c.Id).Distinct().Except(walked));
    }

    [Fact]
    public void From_presentation_to_destruction_every_change_says_who_when_and_why()
    {
        var detention = Seizure();

        Assert.Equal(CaseStage.Destroyed, detention.Case.Stage);
        Assert.Equal(("Ada", ConfirmEffect, "us.consent"), (detention.Case.Last!.By.Name, detention.Case.Last.Action, detention.Case.Last.Confirmed!.Clock));
        Assert.Equal("evidence of owner-notice", detention.Case.Last.Confirmed.Evidence);
        Assert.Equal(7, detention.Case.Revision);
        Assert.Empty(CaseTable.From(CaseStage.Destroyed));
    }

    // HQ 962141: presented on 17 March 1998, deemed excluded on 17 April, although it was confirmed later.
    [Fact]
    public void The_ruling_HQ_962141_comes_out_as_it_was_ruled()
    {
        var detention = new Detention("133.21", "4701", "1998-03-17T12:00-05:00").Tell("presented").Do(Claim).Do(Detain).Tell("notice").LetRunOut("us.determination");

        Assert.Equal(Law.At("1998-04-17T00:00-04:00"), detention.Now);
        Assert.Equal(Law.Day("1998-04-17"), detention.Case.Proposals.Single(p => p.Effect == ClockEffect.DeemedExcluded).Day);
        Assert.Equal(CaseStage.Excluded, detention.Confirm("us.determination").Case.Stage);
    }

    private static Detention Silence(string basis, string prefix) => new Detention(basis, "4701", "2026-12-22T15:00-05:00")
        .Tell("presented").LetRunOut($"{prefix}.decide").Confirm($"{prefix}.decide")
        .LetRunOut($"{prefix}.notice").Tell("notice").LetRunOut($"{prefix}.owner-information")
        .LetRunOut($"{prefix}.answer").Confirm($"{prefix}.answer")
        .LetRunOut($"{prefix}.determination").Confirm($"{prefix}.determination")
        .Tell("protest").LetRunOut($"{prefix}.protest").Confirm($"{prefix}.protest").Do(Destroy);

    private static Detention Seizure()
    {
        var detention = new Detention("133.21", "4701", "2026-12-22T15:00-05:00", "us.cafra-notice").Tell("presented").Do(Claim).Do(Detain).Tell("notice").Do(DetermineCounterfeit);
        Assert.Equal(CaseRefusal.CounterfeitDetermined, detention.Try(Release).Refused!.Refusal);
        detention.Do(Seize).LetRunOut("us.cafra-notice").Tell("seizure-notice").LetRunOut("us.owner-list");

        // The petition's end lets forfeiture go on; the claim's end is the forfeiture, and only then the goods can be destroyed.
        detention.Tell("owner-notice", "publication").LetRunOut("us.claim").Tell("mailing").LetRunOut("us.consent");
        Assert.Equal(CaseRefusal.Impossible, detention.Try(ConfirmEffect, "us.consent").Refused!.Refusal);
        return detention.LetRunOut("us.petition").Confirm("us.petition").Confirm("us.claim").Confirm("us.consent");
    }

    private static Detention GreyMarket()
    {
        var detention = new Detention("133.25", "4701", "2026-12-22T15:00-05:00").Tell("presented").Do(Claim).Do(Detain)
            .LetRunOut("us.grey.notice").LetRunOut("us.grey.detention").LetRunOut("us.grey.owner-information");
        Assert.Equal(CaseRefusal.Impossible, detention.Try(ConfirmEffect, "us.grey.detention").Refused!.Refusal);
        return detention.Do(Exclude).Do(Destroy);
    }

    private static Detention Suspended() => new Detention("608/2013 art. 23", "DEFRA", "2026-12-22T09:00+01:00").Do(Claim).Do(Detain).Tell("suspension");
}
