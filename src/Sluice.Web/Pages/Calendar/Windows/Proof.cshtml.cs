using Sluice.Kernel.History;
using Sluice.Production;

namespace Sluice.Web.Pages.Calendar.Windows;

public sealed class ProofModel(ShowProof show) : ProofPage(ProductionKinds.Windows, show);
