using Sluice.Kernel.History;
using Sluice.Production;

namespace Sluice.Web.Pages.Calendar.Freezes;

public sealed class ProofModel(ShowProof show) : ProofPage(ProductionKinds.Freezes, show);
