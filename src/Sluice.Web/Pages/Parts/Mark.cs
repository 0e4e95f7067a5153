using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Releases.Readiness;
using Sluice.Releases.Runbooks;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>A status as it is shown everywhere: shape and word, and colour only on top of both.</summary>
/// <remarks>It writes itself: a list shows three in each row, and a partial view for each cost more than the row.</remarks>
/// <param name="Symbol">Id in <c>_Marks.cshtml</c>.</param>
/// <param name="Tone">plain, live, ok, warn, bad or note.</param>
public sealed record Mark(string Symbol, string Tone, string Word) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<span class=\"mark tone-");
        writer.Write(Tone);
        writer.Write("\"><svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><use href=\"#");
        writer.Write(Symbol);
        writer.Write("\" /></svg>");
        encoder.Encode(writer, Word);
        writer.Write("</span>");
    }

    public static Mark Of(ChangeStatus status)
    {
        var (symbol, tone) = status switch
        {
            ChangeStatus.Draft => ("gate-draft", "plain"),
            ChangeStatus.Assess => ("gate-assess", "live"),
            ChangeStatus.Authorize => ("gate-authorize", "live"),
            ChangeStatus.InformationRequested => ("gate-info", "warn"),
            ChangeStatus.Deferred => ("gate-deferred", "warn"),
            ChangeStatus.OnHold => ("gate-hold", "warn"),
            ChangeStatus.Approved => ("gate-approved", "ok"),
            ChangeStatus.Review => ("gate-review", "live"),
            ChangeStatus.Closed => ("gate-closed", "plain"),
            ChangeStatus.Rejected => ("gate-rejected", "bad"),
            _ => ("gate-cancelled", "plain"),
        };
        return new(symbol, tone, Wire.Words(status));
    }

    public static Mark Of(DeliveryStatus status)
    {
        var (symbol, tone) = status switch
        {
            DeliveryStatus.Unplanned => ("channel-unplanned", "plain"),
            DeliveryStatus.Planned => ("channel-planned", "plain"),
            DeliveryStatus.Scheduled => ("channel-scheduled", "live"),
            DeliveryStatus.Ready => ("channel-ready", "ok"),
            DeliveryStatus.InProgress => ("channel-running", "live"),
            DeliveryStatus.Implemented => ("channel-implemented", "ok"),
            DeliveryStatus.Validated => ("channel-validated", "ok"),
            DeliveryStatus.Delayed => ("channel-delayed", "warn"),
            DeliveryStatus.Failed => ("channel-failed", "bad"),
            _ => ("channel-back", "note"),
        };
        return new(symbol, tone, Wire.Words(status));
    }

    public static Mark Of(ReleaseStatus status)
    {
        var (symbol, tone) = status switch
        {
            ReleaseStatus.Planning => ("channel-planned", "plain"),
            ReleaseStatus.Scheduled => ("channel-scheduled", "live"),
            ReleaseStatus.Ready => ("channel-ready", "ok"),
            ReleaseStatus.Executing => ("channel-running", "live"),
            ReleaseStatus.Suspended => ("channel-delayed", "warn"),
            ReleaseStatus.Validating => ("channel-validating", "live"),
            ReleaseStatus.BackingOut => ("channel-back", "warn"),
            ReleaseStatus.Completed => ("channel-validated", "ok"),
            ReleaseStatus.CompletedWithExceptions => ("channel-validated", "warn"),
            ReleaseStatus.BackedOut => ("channel-back", "note"),
            ReleaseStatus.Failed => ("channel-failed", "bad"),
            _ => ("channel-cancelled", "plain"),
        };
        return new(symbol, tone, Wire.Words(status));
    }

    public static Mark Of(StepStatus status)
    {
        var (symbol, tone) = status switch
        {
            StepStatus.Standby => ("channel-unplanned", "plain"),
            StepStatus.Pending => ("channel-planned", "plain"),
            StepStatus.InProgress => ("channel-running", "live"),
            StepStatus.Done => ("channel-implemented", "ok"),
            StepStatus.Failed => ("channel-failed", "bad"),
            StepStatus.Skipped => ("channel-cancelled", "plain"),
            _ => ("channel-back", "note"),
        };
        return new(symbol, tone, Wire.Words(status));
    }

    public static Mark Of(WindowStatus status) => status switch
    {
        WindowStatus.Upcoming => new("channel-planned", "plain", PartWords.Upcoming),
        WindowStatus.Open => new("channel-ready", "ok", PartWords.Open),
        WindowStatus.Held => new("gate-hold", "warn", PartWords.Held),
        _ => new("channel-cancelled", "plain", PartWords.Ended),
    };

    public static Mark Of(FreezeStatus status) => status switch
    {
        FreezeStatus.Upcoming => new("gate-deferred", "plain", PartWords.Upcoming),
        FreezeStatus.InForce => new("gate-hold", "note", PartWords.InForce),
        FreezeStatus.Lifted => new("gate-cancelled", "plain", PartWords.Lifted),
        _ => new("gate-closed", "plain", PartWords.Ended),
    };

    public static Mark Of(CheckState state) => state switch
    {
        CheckState.Pass => new("check-pass", "ok", PartWords.Pass),
        CheckState.Fail => new("check-fail", "bad", PartWords.Fail),
        CheckState.Waived => new("check-waived", "note", PartWords.Waived),
        _ => new("check-pending", "plain", PartWords.Pending),
    };

    public static Mark Of(Criticality level) => level switch
    {
        Criticality.Low => new("risk-low", "plain", PartWords.Low),
        Criticality.Medium => new("risk-medium", "plain", PartWords.Medium),
        Criticality.High => new("risk-high", "warn", PartWords.High),
        _ => new("warning", "bad", PartWords.Critical),
    };

    public static Mark Of(ExecutionResult result) => result switch
    {
        ExecutionResult.Validated => new("channel-validated", "ok", PartWords.Validated),
        ExecutionResult.BackedOut => new("channel-back", "note", PartWords.BackedOut),
        _ => new("channel-failed", "bad", PartWords.Failed),
    };

    public static Mark Of(Risk risk) => risk switch
    {
        Risk.Low => new("risk-low", "plain", PartWords.LowRisk),
        Risk.Medium => new("risk-medium", "warn", PartWords.MediumRisk),
        _ => new("risk-high", "bad", PartWords.HighRisk),
    };
}
