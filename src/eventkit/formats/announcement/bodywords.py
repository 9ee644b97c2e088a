"""The words and endings of words by which organisations are known, in seven languages; folded."""

from __future__ import annotations

from eventkit.formats.announcement.words import word_set

__all__ = ["BODY_ENDS", "BODY_WORDS", "LEADING", "LEGAL_FORMS"]

# After a name, with or without a comma: ``Acme, Inc.``.
LEGAL_FORMS = word_set(
    "inc ltd llc llp plc corp corporation co gmbh ag kg kgaa se ug ohg gbr mbh ev e.v e.k eg sa s.a"
    " sas s.a.s sarl s.a.r.l eurl sasu srl s.r.l spa s.p.a snc s.n.c sapa scarl s.c.a.r.l sl s.l"
    " slu"
    " s.l.u sc s.c bv b.v nv n.v vof vzw asbl aisbl ivzw aps as a.s asa ab oy oyj ltda lda s.a.u"
    " sau"
    " pty pvt kft zrt doo d.o.o sro s.r.o spzoo cv eirl e.i.r.l onlus odv ets apc cic pbc lp pte"
    " gmbh&co limited incorporated"
)

# With these an organisation begins in Romance languages: ``Direttrice Istituto Esempio``.
LEADING = word_set(
    "universita universite universidad universidade ateneo politecnico scuola ecole escuela escola"
    " accademia academie academia istituto institut instituto dipartimento departement departamento"
    " facolta faculte facultad faculdade laboratorio laboratoire centro centre ospedale hopital"
    " fondazione fondation fundacion fundacao associazione association asociacion associacao"
    " societa societe sociedad sociedade federazione federation federacion federacao ministero"
    " ministere ministerio agenzia agence agencia regione region comune mairie ayuntamiento"
    " prefeitura camara provincia provincie camera chambre banca banque banco gruppo groupe grupo"
    " impresa entreprise empresa azienda consorzio consortium consorcio cooperativa cooperative"
    " confederazione confederation confederacion unione union collegio college museo musee museu"
    " biblioteca bibliotheque osservatorio observatoire observatorio stichting vereniging gemeente"
    " provincie ministerie universiteit hogeschool rijksuniversiteit stiftung verein verband"
    " hochschule universitat bundesministerium bundesamt landesamt"
)

BODY_WORDS = (
    LEADING
    | word_set(
        # English
        "university college school academy institute institution polytechnic faculty department"
        " laboratory laboratories labs lab center hospital clinic foundation society union council"
        " commission committee ministry agency authority bureau parliament chamber bank company"
        " group holding holdings partners consulting ventures studio studios network alliance"
        " initiative museum library press media times news magazine journal publishing government"
        " municipality organisation organization nations trust solutions technologies technology"
        " systems software services industries international observatory congress senate court"
        " conservatory gallery theatre theater archive archives nonprofit charity cooperative coop"
        " airlines airways railways motors pharmaceuticals pharma energy bioscience biosciences"
        " capital insurance church police embassy abbey telecom robotics analytics cooperative"
        " guild league forum collective"
        " incubator accelerator startup fund cluster hub observatory workshop works watch farms"
        " foods dynamics interactive digital partnership unit division directorate secretariat"
        " service post gazette herald tribune tv radio broadcasting"
        # Italian
        " universitario giunta assessorato direzione ufficio dipartimenti cattedra"
        " cnr enea ispra inaf infn istat ente enti distretto rete lega sindacato cooperativa"
        " quotidiano rivista giornale casa tribunale corte questura prefettura asl ulss aou irccs"
        " polo osservatorio cantiere servizi commissione comitato citta ambasciata chiesa archivio"
        " sezione liceo"
        # French
        " sorbonne inria cnrs inserm inrae cea agence conseil reseau syndicat ministeres assemblee"
        " senat cour tribunal prefecture rectorat bureau direction cabinet etude pole maison"
        " mission"
        " delegation revue quotidien theatre metropole communaute mutuelle comite ville ambassade"
        " eglise barreau lycee archives"
        # German
        " technische fachhochschule schule akademie fakultat abteilung lehrstuhl krankenhaus klinik"
        " klinikum gesellschaft ministerium amt behorde kammer zentrum forschungszentrum netzwerk"
        " landkreis stadt land landtag bundestag bundesrat gericht bundesagentur anstalt werk werke"
        " verlag zeitung gruppe firma unternehmen bank sparkasse kanzlei museum bibliothek archiv"
        " kommission komitee ausschuss kirche botschaft rathaus plattform uni gymnasium"
        " sternwarte genossenschaft innung initiative bund institut buro referat dezernat tu fu lmu"
        " rwth fraunhofer helmholtz leibniz universitatsklinikum"
        # Spanish, Portuguese
        " hospital gobierno governo consejo conselho rede red junta diputacion generalitat colegio"
        " colegiado federacion sindicato periodico revista jornal editorial editora tribunal"
        " juzgado"
        " oficina area direccion secretaria servicio servico observatorio consejeria cabildo"
        " consulado"
        " embajada embaixada csic fiocruz embrapa usp unicamp petrobras prefeitura nucleo comision"
        " comissao bufete ciudad cidade iglesia igreja archivo arquivo escritorio"
        # Dutch
        " faculteit afdeling ziekenhuis bedrijf maatschappij genootschap rijksmuseum waterschap"
        " rijkswaterstaat netwerk raad kamer bureau centrum museum bibliotheek uitgeverij krant"
        " tijdschrift umc tno knaw nwo rivm cbs unie bond kenniscentrum instituut werkgroep"
        " commissie stad kerk ambassade archief"
        # Names of their own
        " eth epfl mit ucl ulb kul lse cern oecd ocse ocde unesco who oms onu nato fao ilo wto wipo"
        " esa nasa imf ecb bce iaea undp unicef unhcr wwf bbc zdf ard nhs ibm sap siemens"
        " google microsoft amazon meta apple mozilla wikimedia wikipedia greenpeace oxfam commons"
    )
) - word_set("editora secretaria area direction mission land post state city town service")

BODY_ENDS = (
    "universitat", "universiteit", "hochschule", "institut", "instituts", "instituut",
    "ministerium", "ministeriums", "ministerie", "verein", "verband", "gesellschaft", "bank",
    "kammer", "stiftung", "akademie", "zentrum", "centrum", "werke", "schule", "agentur",
    "vereniging", "stichting", "klinik", "klinikum", "museum", "museums", "bibliothek", "verlag",
    "zeitung", "genossenschaft", "behorde", "landesamt", "bundesamt", "ziekenhuis", "bibliotheek",
    "genootschap", "bedrijf", "netzwerk", "netwerk", "initiative", "kanzlei", "verbands", "amts",
    "vereins", "zentrums", "krankenhaus", "forum", "labor", "lab", "labs", "soft", "tech",
    "biotech",
)  # fmt: skip
